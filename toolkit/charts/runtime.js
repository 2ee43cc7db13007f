// Draws every chart of the page from the data block beside it. Part of the bundle, after Vega.
// The expressions of a chart are interpreted, never compiled, so that a page can forbid all scripts but these.
const STEP = 24; // pixels that a page's width must change by before a chart is drawn anew

function fit(value, from, to) {
  if (Array.isArray(value)) return value.map((item) => fit(item, from, to));
  if (value === null || typeof value !== "object") return value;
  const out = {};
  for (const [key, item] of Object.entries(value)) {
    const scaled = key === "range" && Array.isArray(item) && item[item.length - 1] === from;
    if (key === "datasets") out[key] = item;
    else if (key === "width" && item === from) out[key] = to;
    else if (scaled) out[key] = item.map((at) => Math.round((at * to) / from));
    else out[key] = fit(item, from, to);
  }
  return out;
}

// A tooltip built from text nodes alone: no value of the data can become markup or a request.
function tooltip() {
  let box = document.querySelector(".timeline-tip");
  if (!box) {
    box = document.createElement("div");
    box.className = "timeline-tip";
    box.setAttribute("role", "tooltip");
    document.body.appendChild(box);
  }
  return (handler, event, item, value) => {
    if (value === null || value === undefined || value === "") {
      box.classList.remove("timeline-tip-on");
      return;
    }
    const list = document.createElement("dl");
    const entries = typeof value === "object" ? Object.entries(value) : [["", value]];
    for (const [name, text] of entries) {
      if (text === "" || text === null || text === undefined) continue;
      const term = document.createElement("dt");
      const words = document.createElement("dd");
      term.textContent = name;
      words.textContent = String(text);
      list.append(term, words);
    }
    box.replaceChildren(list);
    box.classList.add("timeline-tip-on");
    const { clientX: x, clientY: y } = event;
    const { offsetWidth: w, offsetHeight: h } = box;
    box.style.left = `${Math.max(4, x + 14 + w > window.innerWidth ? x - w - 14 : x + 14)}px`;
    box.style.top = `${Math.max(4, y + 14 + h > window.innerHeight ? y - h - 14 : y + 14)}px`;
  };
}

async function draw(figure, spec, width) {
  const canvas = figure.querySelector(".timeline-canvas");
  const { width: planned, beside = 40, least = 560 } = (spec.usermeta || {}).timeline || {};
  const fitted = planned ? fit(spec, planned, Math.max(least, Math.floor(width - beside))) : spec;
  const holder = document.createElement("div");
  const options = { mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, logLevel: 1 };
  const result = await vegaEmbed(holder, fitted, { ...options, tooltip: tooltip() });
  if (figure.timelineView) figure.timelineView.finalize();
  figure.timelineView = result.view;
  result.view.addEventListener("click", (event, item) => {
    const { claim_id: claim, mention_id: mention } = (item && item.datum) || {};
    if (!mention && !claim) return;
    figure.dispatchEvent(new CustomEvent("timeline:pick", { bubbles: true, detail: { claim, mention } }));
  });
  canvas.replaceChildren(holder);
  figure.dataset.state = "drawn";
}

function watch(figure) {
  const block = figure.querySelector("script[type='application/json']");
  const spec = JSON.parse(block.textContent);
  let last = 0;
  let queue = Promise.resolve();
  new ResizeObserver(() => {
    const width = figure.clientWidth;
    if (width === 0 || Math.abs(width - last) < STEP) return;
    last = width;
    queue = queue.then(() => draw(figure, spec, width)).catch((error) => {
      figure.dataset.state = "failed"; // the still picture stays
      console.error(error);
    });
  }).observe(figure);
}

window.timelineDraw = () => {
  for (const figure of document.querySelectorAll("figure.timeline-chart[data-state='still']")) {
    figure.dataset.state = "waiting";
    watch(figure);
  }
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", window.timelineDraw);
window.timelineDraw();
