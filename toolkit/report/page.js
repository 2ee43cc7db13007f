// What stands around the charts: search, filters, order, sorting of tables, and links that open what they lead to.
// It reads one block of data and the markup, and writes text and attributes only.
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const phone = matchMedia("(max-width: 48rem)").matches;

  function open(element) {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const own = element.tagName === "DETAILS" ? element : one(":scope > details", element);
    if (own) own.open = true;
  }

  // A link leads to what may be folded or filtered away: unfold it, show it, and mark it for the eye.
  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const element = name && document.getElementById(name);
    if (!element) return;
    if (element.closest("[hidden]") && one("#bar")) one("#bar").reset();
    open(element);
    all(".here").forEach((old) => old.classList.remove("here"));
    (element.classList.contains("at") ? element.nextElementSibling || element : element).classList.add("here");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: element.classList.contains("at") ? "center" : "start", behavior: still ? "auto" : "smooth" });
  }

  // Parts of a large page are packed: they come back one after the other, the first of them first.
  async function unpack(holder) {
    const bytes = Uint8Array.from(atob(one("script", holder).textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const made = document.createElement("template");
    // Markup of this page itself, escaped as it was made; its policy lets nothing in it run.
    made.innerHTML = await new Response(stream).text();
    holder.replaceWith(made.content);
    window.timelineDraw(); // scripts of markup that is put in do not run
    await new Promise((done) => setTimeout(done));
  }

  function filters() {
    const bar = one("#bar");
    const block = one("#facets");
    if (!bar || !block) return;
    const { fields, mentions } = JSON.parse(block.textContent);
    const cards = all("[data-claim]");
    const rows = new Map();
    for (const row of all("[data-m]")) rows.set(row.dataset.m, [...(rows.get(row.dataset.m) || []), row]);
    const words = new Map();
    const text = (mention, claim) => {
      if (!words.has(mention)) {
        const card = document.getElementById(`claim-${claim}`);
        const title = card ? one(".what", card) : null;
        const parts = [title, ...(rows.get(mention) || [])].map((part) => (part ? part.textContent : ""));
        words.set(mention, parts.join(" ").toLocaleLowerCase());
      }
      return words.get(mention);
    };
    bar.hidden = false;
    new ResizeObserver(() => document.documentElement.style.setProperty("--timeline-top", `${bar.offsetHeight}px`)).observe(bar);

    function apply() {
      const asked = bar.elements.words.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
      const chosen = fields.map((field) => (bar.elements[field].value === "" ? null : Number(bar.elements[field].value)));
      const free = !asked.length && chosen.every((value) => value === null);
      const fits = ([mention, claim, ...values]) =>
        chosen.every((value, at) => value === null || value === values[at]) &&
        asked.every((word) => text(mention, claim).includes(word));
      const shown = free ? mentions : mentions.filter(fits);
      const left = new Set(shown.map(([mention]) => mention));
      const claims = new Set(shown.map(([, claim]) => claim));
      for (const [mention, elements] of rows) for (const element of elements) element.hidden = !left.has(mention);
      for (const card of cards) card.hidden = !card.dataset.claim.split(" ").some((claim) => claims.has(claim));
      const total = cards.filter((card) => card.closest("#claims")).length;
      const seen = cards.filter((card) => card.closest("#claims") && !card.hidden).length;
      const number = chosen.filter((value) => value !== null).length;
      one("#chosen").textContent = number ? ` (${number})` : "";
      const every = phone ? `${total} ${total === 1 ? "claim" : "claims"}` : ""; // else the chart says it
      one("#found").textContent = free
        ? every
        : `${seen} of ${total} ${total === 1 ? "claim" : "claims"}, ${shown.length} of ${mentions.length} mentions`;
      document.body.classList.toggle("filtered", !free);
      document.dispatchEvent(new CustomEvent("timeline:filter", { detail: { mentions: free ? null : [...left] } }));
    }

    function order() {
      const by = bar.elements.order.value;
      const list = one("#claims");
      if (!list) return;
      const value = (card) => (by === "rank" ? Number(card.dataset.rank) : card.dataset[by] || "\uffff");
      const rank = (card) => Number(card.dataset.rank);
      const sorted = all(":scope > li", list).sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        return x < y ? -1 : x > y ? 1 : rank(a) - rank(b);
      });
      list.append(...sorted);
      document.dispatchEvent(new CustomEvent("timeline:order", { detail: { by: { rank: "importance", when: "time", place: "place" }[by] } }));
    }

    let waiting = 0;
    bar.elements.words.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    bar.addEventListener("change", (event) => (event.target.name === "order" ? order() : apply()));
    bar.addEventListener("reset", () => setTimeout(() => (order(), apply())));
    bar.addEventListener("submit", (event) => event.preventDefault());
    apply();
    if (phone) {
      bar.elements.order.value = "when"; // down the line of a phone time goes
      order();
    }
  }

  const DAY = /(\d{1,2}) ([A-Z][a-z]{2,}) (\d{1,4})/;
  function key(cell) {
    const own = (cell.firstChild && cell.firstChild.nodeType === 3 ? cell.firstChild.data : cell.textContent).trim();
    const day = DAY.exec(own);
    if (day) return Date.parse(`${day[1]} ${day[2]} ${day[3]} UTC`);
    const number = /^-?[\d,.]+/.exec(own);
    return number ? Number(number[0].replaceAll(",", "")) : own.toLocaleLowerCase();
  }

  function sorting() {
    for (const table of all("main table")) {
      const body = table.tBodies[0];
      if (!body || body.rows.length < 2 || !table.tHead) continue;
      [...table.tHead.rows[0].cells].forEach((head, at) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const up = head.getAttribute("aria-sort") !== "ascending";
          for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", up ? "ascending" : "descending");
          const keyed = [...body.rows].map((row) => [key(row.cells[at]), row]);
          const compare = ([a], [b]) => (typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1);
          keyed.sort((a, b) => (up ? compare(a, b) : compare(b, a)));
          body.append(...keyed.map(([, row]) => row));
        });
      });
    }
  }

  // A mark of a chart leads to its mention below, which opens; the page stays where the reader is.
  function picking() {
    document.addEventListener("timeline:pick", ({ detail }) => {
      const card = detail && detail.claim && document.getElementById(`claim-${detail.claim}`);
      if (!card) return;
      all(".here").forEach((old) => old.classList.remove("here"));
      open(card);
      const mention = detail.mention && document.getElementById(`mention-${detail.mention.replace(/\s/g, "_")}`);
      (mention || card).classList.add("here");
    });
  }

  function contents() {
    const links = all("nav.contents a");
    if (!links.length || !("IntersectionObserver" in window)) return;
    const by = new Map(links.map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          for (const link of links) link.removeAttribute("aria-current");
          by.get(target.id).setAttribute("aria-current", "true");
        }
      },
      { rootMargin: "0px 0px -75% 0px" },
    );
    for (const name of by.keys()) if (document.getElementById(name)) seen.observe(document.getElementById(name));
  }

  async function start() {
    const packed = all(".packed");
    document.body.classList.toggle("large", packed.length > 0);
    for (const holder of packed) await unpack(holder);
    if (phone) all("nav.contents details").forEach((part) => (part.open = false));
    filters();
    sorting();
    picking();
    contents();
    addEventListener("hashchange", follow);
    document.addEventListener("click", (event) => {
      const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
      if (link && link.hash === location.hash) follow(); // a second click on the same link
    });
    addEventListener("beforeprint", () => all("details.print").forEach((part) => (part.open = true)));
    follow();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
