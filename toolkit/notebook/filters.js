// The bar of filters: words, menus of values with their numbers, the day of knowledge.
const FACETS = { side: "Side", outlet: "Outlet", kind: "Kind", standing: "Standing", place: "Place" };

function filterBar(model, root) {
  const set = (changes) => {
    model.set("choice", { ...model.get("choice"), ...changes });
    model.save_changes();
  };
  const search = el("input", {
    type: "search",
    placeholder: "Search quotes, people, places",
    "aria-label": "Search the mentions",
    input: later(180, () => set({ text: search.value })),
  });
  const menus = Object.entries(FACETS).map(([name, title]) => facetMenu(model, root, name, title, set));
  const slider = knownOn(model, set);
  const following = el("span", { class: "te-following" });
  const clear = el("button", { type: "button", class: "te-quiet", click: () => set(nothing()) }, "Clear all");
  const count = el("output", { class: "te-count", role: "status" });
  const bar = el(
    "div",
    { class: "te-bar", role: "search", "aria-label": "Filters" },
    search,
    el("div", { class: "te-menus" }, ...menus.map((menu) => menu.element)),
    slider.element,
    el("div", { class: "te-summary" }, count, following, clear),
  );

  const nothing = () => {
    const empty = Object.fromEntries(Object.keys(FACETS).map((name) => [name, []]));
    return { ...empty, text: "", claim: "", known_on: "" };
  };
  const refresh = () => {
    const choice = model.get("choice");
    if (document.activeElement !== search) search.value = choice.text;
    menus.forEach((menu) => menu.refresh());
    slider.refresh();
    const rows = model.get("rows");
    const shown = model.get("shown");
    // As the chart counts them: what is of no known kind makes no claim.
    const claims = new Set(shown.filter((at) => !rows.untyped[at]).map((at) => rows.claim[at])).size;
    count.textContent = `${shown.length.toLocaleString("en")} of ${plural(rows.id.length, "mention")}, ${plural(claims, "claim")}`;
    const at = choice.claim ? rows.claim.indexOf(choice.claim) : -1;
    following.replaceChildren();
    if (at >= 0) {
      const off = el("button", { type: "button", class: "te-quiet", click: () => set({ claim: "" }) }, "show all claims");
      following.append("Following one claim: ", el("b", {}, rows.label[at]), " ", off);
    }
    const { text, claim, known_on: day } = choice;
    clear.hidden = !(text || claim || day || Object.keys(FACETS).some((name) => choice[name].length));
  };
  return { element: bar, refresh, set };
}

function facetMenu(model, root, name, title, set) {
  const label = el("span", {}, title);
  // It takes the focus of a click beside its boxes, which would go to the notebook's cell and close it.
  const box = el("div", { class: "te-menu", id: unique("menu"), role: "group", "aria-label": title, tabindex: "-1", hidden: true });
  const open = (wanted) => {
    box.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
  };
  const button = el(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": box.id, click: () => open(box.hidden) },
    label,
  );
  const element = el("div", { class: "te-facet" }, button, box);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.hidden) return;
    open(false);
    button.focus();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) open(false);
  });
  root.addEventListener("pointerdown", (event) => {
    if (!element.contains(event.target)) open(false);
  });
  const choose = (value, wanted) => {
    const others = model.get("choice")[name].filter((each) => each !== value);
    set({ [name]: wanted ? [...others, value] : others });
  };
  const refresh = () => {
    const chosen = model.get("choice")[name];
    label.textContent = chosen.length ? `${title}: ${chosen[0] || "none named"}${chosen.length > 1 ? ` +${chosen.length - 1}` : ""}` : title;
    button.classList.toggle("te-on", chosen.length > 0);
    const active = box.contains(document.activeElement) ? document.activeElement.value : null;
    box.replaceChildren(
      ...(model.get("counts")[name] || []).map(([value, number]) => {
        const tick = el("input", { type: "checkbox", value, change: () => choose(value, tick.checked) });
        tick.checked = chosen.includes(value);
        const words = el("span", {}, value || "none named");
        return el("label", {}, tick, words, el("span", { class: "te-number" }, number.toLocaleString("en")));
      }),
    );
    if (active === null) return;
    const again = [...box.querySelectorAll("input")].find((tick) => tick.value === active);
    if (again) again.focus();
  };
  return { element, refresh };
}

function knownOn(model, set) {
  const words = el("output", {});
  const range = el("input", { type: "range", min: "0", step: "1", id: unique("known") });
  const send = later(90, (day) => set({ known_on: day }));
  const say = (day) => {
    const text = day ? `by ${dayWords(day)}` : "everything";
    words.textContent = text;
    range.setAttribute("aria-valuetext", text);
  };
  const dayAt = (at) => (at >= model.get("days").length ? "" : model.get("days")[at]);
  range.addEventListener("input", () => {
    say(dayAt(Number(range.value)));
    send(dayAt(Number(range.value)));
  });
  const refresh = () => {
    const days = model.get("days");
    const day = model.get("choice").known_on;
    range.max = String(days.length);
    const later = days.findIndex((each) => each > day);
    range.value = String(day === "" || later < 0 ? (day === "" ? days.length : days.length - 1) : Math.max(0, later - 1));
    say(day);
  };
  return { element: el("div", { class: "te-known" }, el("label", { for: range.id }, "As known on"), range, words), refresh };
}
