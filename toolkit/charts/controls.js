// The buttons over a chart, the wheel and the keys: everything that a pointer can do there can be done without one.

const SHAPES = {
  "triangle-up": "M6 1L11 10.5H1Z",
  circle: "M6 1.5a4.5 4.5 0 1 0 .01 0Z",
  square: "M2 2H10V10H2Z",
  cross: "M4.2 1H7.8V4.2H11V7.8H7.8V11H4.2V7.8H1V4.2H4.2Z",
  diamond: "M6 .5L11 6L6 11.5L1 6Z",
};
const ZOOM = 1.5; // how much nearer a step of the wheel, a button or a key goes

function element(name, of, text) {
  const made = document.createElement(name);
  made.className = of;
  if (text) made.textContent = text;
  return made;
}

function button(of, text, label, act) {
  const made = element("button", of, text);
  made.type = "button";
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function symbol(paint) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of Object.entries({ viewBox: "0 0 12 12", width: 13, height: 13, "aria-hidden": "true" })) {
    picture.setAttribute(name, value);
  }
  path.setAttribute("d", SHAPES[paint.shape] || SHAPES.circle);
  path.setAttribute("fill", paint.colour);
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", ".8");
  picture.append(path);
  return picture;
}

// Zooming: the brush on the strip is the one place that knows the days shown; "asked" moves it.
function shownDays(view) {
  return view.scale("lines_x").domain().map(Number);
}

function ask(figure, days) {
  const { timelineView: view, timelinePlan: plan } = figure;
  if (!view || !plan) return;
  const [first, last] = plan.extent;
  let asked = null;
  if (days) {
    const least = Math.max(days[1] - days[0], 2 * DAY);
    const length = Math.min(least, last - first);
    const start = Math.min(Math.max((days[0] + days[1] - length) / 2, first), last - length);
    asked = [start, start + length];
  }
  // Vega passes over the first change of a signal that others listen to.
  if (!view.timelineAsked) view.signal("asked", null).run();
  view.timelineAsked = true;
  view.signal("asked", asked).run();
}

function zoomBy(figure, factor, share = 0.5) {
  const [low, high] = shownDays(figure.timelineView);
  const at = low + (high - low) * share;
  ask(figure, [at - (at - low) / factor, at + (high - at) / factor]);
}

function panBy(figure, share) {
  const [low, high] = shownDays(figure.timelineView);
  ask(figure, [low + (high - low) * share, high + (high - low) * share]);
}

function keep(figure, names) {
  const { field } = figure.timelinePlan.paints;
  const tuples = names.map((name) => ({ unit: "", fields: [{ type: "E", field }], values: [name] }));
  figure.timelineView.data("kept_store", tuples).run();
}

function toggleFold(figure, fold) {
  const open = figure.timelineView.data("opened_store").map((tuple) => tuple.values[0]);
  const next = open.includes(fold) ? open.filter((one) => one !== fold) : [...open, fold];
  const tuples = next.map((name) => ({ unit: "", fields: [{ type: "E", field: "fold" }], values: [name] }));
  figure.timelineView.data("opened_store", tuples).run();
}

// The row of buttons; made once for a figure, whatever is drawn in it.
function toolbar(figure, plan) {
  const bar = element("div", "timeline-bar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Filter, order and zoom the chart");
  const legend = element("span", "timeline-legend");
  const pressed = new Set();
  for (const paint of plan.paints.values) {
    const chip = button("timeline-chip", "", "", () => {
      if (!pressed.delete(paint.name)) pressed.add(paint.name);
      for (const one of legend.children) one.setAttribute("aria-pressed", String(pressed.has(one.dataset.name)));
      keep(figure, [...pressed]);
    });
    chip.dataset.name = paint.name;
    chip.setAttribute("aria-pressed", "false");
    chip.title = `${paint.meaning ? `${paint.meaning}. ` : ""}Press to show only this; press more to add them`;
    chip.append(symbol(paint), ` ${paint.words || paint.name} `, element("span", "timeline-count", paint.mentions.toLocaleString("en")));
    legend.append(chip);
  }
  const order = element("span", "timeline-order");
  const zoom = element("span", "timeline-zoom");
  if (plan.earlier) {
    const { label, days } = plan.earlier;
    zoom.append(button("timeline-button", `← ${label}`, "", () => ask(figure, days)));
  }
  zoom.append(
    button("timeline-button", "−", "Zoom out", () => zoomBy(figure, 1 / ZOOM)),
    button("timeline-button", "+", "Zoom in", () => zoomBy(figure, ZOOM)),
    button("timeline-button", "Reset zoom", "", () => ask(figure, null)),
  );
  const [low, high] = plan.window;
  const [first, last] = plan.extent;
  if (first < low || last > high) zoom.append(button("timeline-button", "All days", "", () => ask(figure, plan.extent)));
  bar.append(element("span", "timeline-count", "Mentions:"), legend, order, zoom);
  return bar;
}

// What the marks mean besides their standing.
const LOOKS = {
  bar: '<path d="M1 3.5H23V8.5H1Z" fill="#e69f00"/>',
  fade: '<path d="M10 3.5H23V8.5H10Z" fill="#e69f00"/><path d="M5 3.5H10V8.5H5Z" fill="#e69f00" opacity=".5"/><path d="M1 3.5H5V8.5H1Z" fill="#e69f00" opacity=".2"/>',
  disputed: '<path d="M1 3.5H23V8.5H1Z" fill="#8b929a"/>',
  hollow: '<circle cx="12" cy="6" r="4.2" fill="none" stroke="#56b4e9" stroke-width="1.9"/>',
  stroke: '<path d="M12 2.5V9.5" stroke="currentColor" stroke-width="1.6"/>',
  hatched: '<path d="M1 6H23" stroke="#e69f00" stroke-width="5" stroke-dasharray="3 2"/>',
};
function keyOf(plan) {
  const key = element("ul", "timeline-key");
  for (const { look, words } of plan.key || []) {
    const item = element("li", "");
    const picture = new DOMParser().parseFromString(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${LOOKS[look]}</svg>`,
      "image/svg+xml",
    ).documentElement;
    item.append(document.importNode(picture, true), ` ${words}`);
    key.append(item);
  }
  return key;
}

// The days stay in sight while the lines scroll by: pixels of the chart's own days above its lines.
const HEADROOM = 18;
function stickyAxis(figure) {
  const axis = element("div", "timeline-axis");
  axis.setAttribute("aria-hidden", "true");
  const canvas = figure.querySelector(".timeline-canvas");
  canvas.before(axis);
  const place = () => {
    const view = figure.timelineView;
    const lines = view && region(view, "lines");
    if (!lines) return;
    const top = canvas.getBoundingClientRect().top;
    const offsetTop = parseFloat(getComputedStyle(axis).top) || 0;
    const shown = top + lines.y - HEADROOM < offsetTop && top + lines.y + lines.height > offsetTop + 60;
    axis.classList.toggle("timeline-axis-on", shown);
    if (!shown) return;
    const labels = axisLabels(lines).map(({ text, x }) => {
      const label = element("span", "", text);
      label.style.left = `${x}px`;
      return label;
    });
    const row = element("div", "");
    row.append(...labels);
    axis.replaceChildren(row);
    for (const label of labels) {
      const over = label.offsetLeft + label.offsetWidth / 2 - row.clientWidth; // offsetLeft is where its middle stands
      if (over > 0) label.style.left = `${label.offsetLeft - over}px`;
    }
  };
  window.addEventListener("scroll", place, { passive: true, capture: true });
  return place;
}

function pick(figure, datum) {
  const detail = { claim: datum.claim_id, mention: datum.mention_id || null };
  if (datum.claim_ids) detail.claims = datum.claim_ids; // a mark of the map stands for several
  figure.dispatchEvent(new CustomEvent("timeline:pick", { bubbles: true, detail }));
}

function pin(figure, item) {
  const canvas = figure.querySelector(".timeline-canvas").getBoundingClientRect();
  const { x, y } = centre(figure, item);
  showTip(item.tooltip, canvas.left + x, canvas.top + y, true);
}

function centre(figure, item) {
  const at = offset(figure.timelineView);
  let { x1, x2, y1, y2 } = item.bounds;
  for (let group = item.mark.group; group; group = group.mark?.group) {
    x1 += group.x || 0;
    x2 += group.x || 0;
    y1 += group.y || 0;
    y2 += group.y || 0;
  }
  return { x: at.x + (x1 + x2) / 2, y: at.y + (y1 + y2) / 2, width: x2 - x1, height: y2 - y1 };
}

// Arrows walk over lines and symbols, Enter opens what they stand on, + - 0 zoom, < > move along.
function keys(figure) {
  const canvas = figure.querySelector(".timeline-canvas");
  const ring = element("div", "timeline-ring");
  const status = element("p", "timeline-status");
  status.setAttribute("role", "status");
  let [row, column] = [-1, 0];
  const rows = () => walk(region(figure.timelineView, "lines"));
  const show = (all) => {
    hideTip(true);
    row = Math.min(Math.max(row, 0), all.length - 1);
    column = Math.min(Math.max(column, 0), all[row].length - 1);
    const item = all[row][column];
    const { x, y, width, height } = centre(figure, item);
    Object.assign(ring.style, {
      left: `${x - width / 2 - 3}px`, top: `${y - height / 2 - 3}px`, width: `${width + 6}px`, height: `${height + 6}px`,
    });
    ring.classList.add("timeline-ring-on");
    ring.scrollIntoView?.({ block: "nearest", behavior: "instant" });
    const told = item.tooltip && typeof item.tooltip === "object" ? item.tooltip : {};
    status.textContent = entries(told).map(([name, text]) => `${name}: ${text}`).join(". ");
    return item;
  };
  const moves = {
    ArrowDown: () => [(row += 1), (column = 0)],
    ArrowUp: () => [(row -= 1), (column = 0)],
    ArrowRight: () => (column += 1),
    ArrowLeft: () => (column -= 1),
    Home: () => (row = column = 0),
    End: () => [(row = Infinity), (column = 0)],
  };
  const acts = {
    "+": () => zoomBy(figure, ZOOM),
    "=": () => zoomBy(figure, ZOOM),
    "-": () => zoomBy(figure, 1 / ZOOM),
    0: () => ask(figure, null),
    "<": () => panBy(figure, -0.25),
    ">": () => panBy(figure, 0.25),
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    if (acts[event.key]) acts[event.key]();
    else if (moves[event.key] && all.length) {
      moves[event.key]();
      show(all);
    } else if (event.key === "Enter" && row >= 0 && all.length) {
      const item = show(all);
      if (item.datum.claim_id) {
        pin(figure, item);
        pick(figure, item.datum);
      } else toggleFold(figure, item.datum.fold);
    } else return;
    event.preventDefault();
  });
  canvas.addEventListener("blur", () => ring.classList.remove("timeline-ring-on"));
  canvas.after(status);
  return ring;
}

// The wheel zooms where Ctrl is held or the chart has the focus; else the page scrolls past it.
function wheel(figure) {
  const canvas = figure.querySelector(".timeline-canvas");
  canvas.addEventListener("wheel", (event) => {
    if (!(event.ctrlKey || event.metaKey || document.activeElement === canvas)) return;
    const lines = figure.timelineView && region(figure.timelineView, "lines");
    if (!lines) return;
    event.preventDefault();
    const share = (event.clientX - canvas.getBoundingClientRect().left - lines.x) / lines.width;
    if (event.shiftKey) panBy(figure, Math.sign(event.deltaY) * 0.1);
    else zoomBy(figure, event.deltaY < 0 ? 1.2 : 1 / 1.2, Math.min(Math.max(share, 0), 1));
  }, { passive: false });
}

// The rows of the chart as a table, made when it is opened: the page holds them once, in the chart's data.
function rowsTable(figure, spec, plan) {
  const rows = kindOf(spec, "rows");
  const details = element("details", "timeline-table");
  const summary = element("summary", "", `This chart as a table (${rows.length.toLocaleString("en")} ${rows.length === 1 ? "row" : "rows"})`);
  details.append(summary);
  details.addEventListener("toggle", () => {
    if (!details.open || details.childElementCount > 1) return;
    const claims = kindOf(spec, "claims");
    const articles = kindOf(spec, "articles");
    const day = (at) => at && new Date(at).toLocaleDateString("en-GB", {
      day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
    });
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of Object.values(plan.columns)) {
      const cell = element("th", "", name);
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of rows) {
      const whole = { ...claims[row.claim], ...articles[row.article], ...row };
      whole.said = row.said_on || day(row.said);
      whole.published = day(row.printed || whole.published);
      const line = body.insertRow();
      for (const field of Object.keys(plan.columns)) line.insertCell().textContent = whole[field] ?? "";
    }
    const scroll = element("div", "timeline-rows");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", summary.textContent);
    scroll.append(table);
    details.append(scroll);
  });
  return details;
}
