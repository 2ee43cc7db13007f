// The table: pages of rows, sorted by their headings, with one row in the order of the keyboard.
const PAGE = 100;
// What is written above and below in a cell, its heading, and what it is sorted by.
const COLUMNS = [
  ["label", "quote", "Claim", "label"],
  ["happened", "", "Happened", "from"],
  ["who", "standing", "Who says so", "who"],
  ["printed", "outlet", "Printed", "published"],
];

function rowTable(model, select) {
  let order = [];
  let page = 0;
  let sorted = { by: "", down: false };
  let current = ""; // the row that the keyboard is on
  const body = el("tbody", {});
  const heads = COLUMNS.map(([, , title, by]) => {
    const sort = el("button", { type: "button", click: () => sortBy(by) }, title);
    return [by, el("th", { scope: "col", "aria-sort": "none" }, sort)];
  });
  const table = el(
    "table",
    { role: "grid", "aria-multiselectable": "true", "aria-label": "Mentions" },
    el("thead", {}, el("tr", {}, ...heads.map(([, head]) => head))),
    body,
  );
  const box = el("div", { class: "te-scroll" }, table);
  const where = el("span", {});
  const back = el("button", { type: "button", click: () => turn(page - 1) }, "Earlier rows");
  const on = el("button", { type: "button", click: () => turn(page + 1) }, "Later rows");
  const pager = el("div", { class: "te-pager" }, back, where, on);
  const element = el("section", { class: "te-table", "aria-label": "Table of mentions" }, box, pager);

  const pages = () => Math.max(1, Math.ceil(order.length / PAGE));
  const turn = (to) => {
    page = Math.min(Math.max(0, to), pages() - 1);
    box.scrollTop = 0;
    draw();
  };
  const sortBy = (by) => {
    sorted = { by, down: sorted.by === by && !sorted.down };
    arrange();
    turn(0);
  };

  function arrange() {
    order = [...model.get("shown")];
    if (!sorted.by) return;
    const cells = model.get("rows")[sorted.by];
    const sign = sorted.down ? -1 : 1;
    // What is not known comes last, whichever way the rest goes.
    order.sort((a, b) => {
      if (cells[a] === cells[b]) return a - b;
      if (!cells[a] || !cells[b]) return cells[a] ? -1 : 1;
      return cells[a] < cells[b] ? -sign : sign;
    });
  }

  function line(at) {
    const rows = model.get("rows");
    const id = rows.id[at];
    const chosen = model.get("selected").includes(id);
    const cells = COLUMNS.map(([above, below]) => {
      const mended = above === "label" && rows.corrected[at] ? el("span", { class: "te-mended" }, "corrected") : null;
      const head = el("div", { class: `te-${above}` }, rows[above][at], mended);
      if (!below) return el("td", { role: "gridcell" }, head);
      const what = below === "standing" ? standing(rows.standing[at], model.get("look")) : rows[below][at];
      return el("td", { role: "gridcell" }, head, el("div", { class: `te-below te-${below}` }, what));
    });
    const row = el("tr", { role: "row", "aria-selected": String(chosen), tabindex: id === current ? "0" : "-1" }, ...cells);
    row.dataset.id = id;
    return row;
  }

  function draw() {
    const held = body.contains(document.activeElement);
    const part = order.slice(page * PAGE, (page + 1) * PAGE);
    const ids = model.get("rows").id;
    if (!part.some((at) => ids[at] === current)) current = part.length ? ids[part[0]] : "";
    body.replaceChildren(...part.map(line));
    if (!part.length) {
      body.append(el("tr", {}, el("td", { colspan: COLUMNS.length, class: "te-none" }, "No mention is left: take a filter off.")));
    }
    heads.forEach(([by, head]) => {
      head.setAttribute("aria-sort", sorted.by !== by ? "none" : sorted.down ? "descending" : "ascending");
    });
    pager.hidden = pages() === 1;
    back.disabled = page === 0;
    on.disabled = page === pages() - 1;
    const first = page * PAGE + 1;
    where.textContent = `${first.toLocaleString("en")} to ${(first + part.length - 1).toLocaleString("en")} of ${order.length.toLocaleString("en")}`;
    if (held) focus(current);
  }

  const rowOf = (id) => [...body.children].find((row) => row.dataset.id === id);
  function focus(id) {
    const row = rowOf(id);
    if (!row) return;
    for (const each of body.children) each.tabIndex = each === row ? 0 : -1;
    current = id;
    row.focus({ preventScroll: true });
    reveal(row);
  }
  function reveal(row) {
    const head = table.tHead.offsetHeight;
    if (row.offsetTop - head < box.scrollTop) box.scrollTop = row.offsetTop - head;
    const below = row.offsetTop + row.offsetHeight - box.clientHeight;
    if (below > box.scrollTop) box.scrollTop = below;
  }

  function pick(id, event) {
    const chosen = model.get("selected");
    if (event.shiftKey && chosen.length) {
      const ids = order.map((at) => model.get("rows").id[at]);
      const [from, to] = [ids.indexOf(chosen[0]), ids.indexOf(id)].sort((a, b) => a - b);
      if (from >= 0) return select([chosen[0], ...ids.slice(from, to + 1).filter((each) => each !== chosen[0])]);
    }
    if (event.ctrlKey || event.metaKey) {
      return select(chosen.includes(id) ? chosen.filter((each) => each !== id) : [id, ...chosen]);
    }
    return select([id]);
  }
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-id]");
    if (!row) return;
    focus(row.dataset.id);
    pick(row.dataset.id, event);
  });
  body.addEventListener("keydown", (event) => {
    const row = event.target.closest("tr[data-id]");
    if (!row) return;
    const move = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling };
    const ends = { Home: body.firstElementChild, End: body.lastElementChild };
    const target = { ...move, ...ends }[event.key];
    if (event.key === "Enter" || event.key === " ") pick(row.dataset.id, event);
    else if (target) focus(target.dataset.id);
    else if (event.key === "PageDown") turn(page + 1);
    else if (event.key === "PageUp") turn(page - 1);
    else return;
    event.preventDefault();
  });

  const refresh = () => {
    arrange();
    turn(0);
  };
  // The selection has changed, here or elsewhere: the page that holds the first of it is shown.
  const mark = () => {
    const chosen = model.get("selected");
    const at = order.findIndex((each) => model.get("rows").id[each] === chosen[0]);
    if (at >= 0 && Math.floor(at / PAGE) !== page) turn(Math.floor(at / PAGE));
    for (const row of body.children) row.setAttribute("aria-selected", String(chosen.includes(row.dataset.id)));
    const row = chosen.length ? rowOf(chosen[0]) : null;
    if (row) reveal(row);
  };
  return { element, refresh, mark };
}
