// Draws every chart of the page from the data block beside it. Part of the bundle, after Vega.
// The expressions of a chart are interpreted, never compiled, so that a page can forbid all scripts but these.
const STEP = 24; // pixels that a page's width must change by before a chart is drawn anew
const LABELS = [130, 420]; // pixels of the column of labels: a share of the width, within these

function fit(value, from, to, dark) {
  if (Array.isArray(value)) return value.map((item) => fit(item, from, to, dark));
  if (typeof value === "string") return dark[value] || value;
  if (value === null || typeof value !== "object") return value;
  const out = {};
  for (const [key, item] of Object.entries(value)) {
    const scaled = key === "range" && Array.isArray(item) && item[item.length - 1] === from;
    if (key === "datasets") continue;
    else if (key === "width" && item === from) out[key] = to;
    else if (scaled) out[key] = item.map((at) => Math.round((at * to) / from));
    else out[key] = fit(item, from, to, dark);
  }
  return out;
}

const night = window.matchMedia("(prefers-color-scheme: dark)");
const isDark = () => {
  const lab = document.body.dataset.jpThemeLight; // JupyterLab says which theme it has
  return lab === undefined ? night.matches : lab === "false";
};

// The specification for a width: labels and plot share it; buttons in the page take the place of the drawn legend.
function fitted(spec, plan, width) {
  const labels = Math.round(Math.min(Math.max(width / 3, LABELS[0]), LABELS[1]));
  const lags = plan.lags && width > 560 ? plan.lags : 0;
  const beside = (plan.paints || plan.labels ? labels : 0) + lags + (plan.height ? 54 : 14); // the names of countries stand out of a map's frame
  const dark = isDark() ? plan.dark : {};
  const plot = Math.max(120, Math.floor(width - beside));
  const out = fit(spec, plan.width, plot, dark);
  out.background = "transparent";
  out.autosize = { type: "pad", resize: true }; // the chart closes up with its lines
  if (plan.height) out.height = Math.round((plot * plan.height) / plan.width);
  const sizes = { labels, lags, plot, across: plot };
  for (const param of out.params || []) if (param.name in sizes) param.value = sizes[param.name];
  const columns = Math.max(1, Math.floor(plot / 110));
  fitLegends(out, plan.paints?.field === "standing" ? null : { columns });
  return out;
}

// A legend is as wide as the page, and none where buttons take its place.
function fitLegends(spec, options) {
  for (const part of spec.vconcat || spec.layer || []) fitLegends(part, options);
  for (const channel of ["fill", "shape"]) {
    const encoding = spec.encoding?.[channel];
    if (encoding?.legend) encoding.legend = options && { ...encoding.legend, ...options };
  }
}

// The rows go past Vega-Lite, which would copy and look through each of them.
function withRows(spec, datasets) {
  for (const source of spec.data || []) {
    if (datasets[source.name]) source.values = datasets[source.name].map((row) => ({ ...row }));
  }
  return spec;
}

// Lets the page move the brush of the strip, which Vega-Lite gives no way to.
function withAsked(spec) {
  const strip = (spec.marks || []).find((mark) => mark.name === "strip_group");
  const brush = strip?.signals?.find((signal) => signal.name === "zoom_x");
  if (!brush) return spec;
  spec.signals.push({ name: "asked", value: false });
  brush.on.push({
    events: { signal: "asked" },
    update: "asked ? [scale('strip_x', asked[0]), scale('strip_x', asked[1])] : [0, 0]",
  });
  return spec;
}

async function draw(figure, spec, plan, width) {
  const canvas = figure.querySelector(".timeline-canvas");
  const old = figure.timelineView;
  const holder = document.createElement("div");
  const order = figure.querySelector(".timeline-order") || document.createElement("span");
  const result = await vegaEmbed(holder, fitted(spec, plan, width), {
    mode: "vega-lite", renderer: plan.large ? "canvas" : "svg", ast: true, actions: false, defaultStyle: false,
    logLevel: 1, tooltip, bind: order, patch: (made) => withRows(withAsked(made), spec.datasets || {}),
  });
  const { view } = result;
  figure.timelineView = view;
  if (old) old.finalize();
  const ring = figure.timelineRing;
  canvas.replaceChildren(holder, ...(ring ? [ring] : []));
  // What Vega gives a role and no name, as the ground of a brush, is nothing to read out.
  holder.querySelectorAll("[role^='graphics']:not([aria-label])").forEach((part) => part.setAttribute("aria-hidden", "true"));
  view.addEventListener("click", (event, item) => {
    if (item?.datum?.claim_id && item.tooltip) {
      showTip(item.tooltip, event.clientX, event.clientY, true);
      pick(figure, item.datum);
    } else hideTip(true);
  });
  if (plan.paints && view.getState().signals.zoom !== undefined) {
    view.addSignalListener("zoom", () => {
      requestAnimationFrame(() => {
        if (figure.timelineView !== view) return;
        figure.timelinePlace?.();
        document.dispatchEvent(new CustomEvent("timeline:window", { detail: { days: shownDays(view) } }));
      });
    });
  }
  if (shownMentions !== null) show(figure);
  figure.dataset.state = "drawn";
  figure.timelinePlace?.();
}

// Every chart shows only the mentions that the page's filters leave, and the map those of the days that are shown.
let shownMentions = null;
function show(figure) {
  set(figure.timelineView, "shown", shownMentions);
  set(figure.timelineView, "claims", shownMentions && claimsOf(shownMentions));
}

function set(view, name, value) {
  if (view && view.getState().signals[name] !== undefined) view.signal(name, value).run();
}

// A chart of claims knows no mentions: those of its claims are in the timeline of the page.
function claimsOf(mentions) {
  const wanted = new Set(mentions);
  const found = new Set();
  for (const { timelineSpec: spec } of document.querySelectorAll("figure.timeline-chart")) {
    const claims = spec ? kindOf(spec, "claims") : [];
    for (const row of claims.length ? kindOf(spec, "rows") : []) {
      if (wanted.has(row.mention_id)) found.add(claims[row.claim].claim_id);
    }
  }
  return [...found];
}
document.addEventListener("timeline:filter", ({ detail }) => {
  shownMentions = detail?.mentions ?? null;
  document.querySelectorAll("figure.timeline-chart").forEach(show);
});
// What is clicked on the map is marked in the lines.
document.addEventListener("timeline:pick", ({ detail }) => {
  for (const figure of document.querySelectorAll("figure.timeline-chart")) {
    set(figure.timelineView, "marked", detail.claims || []);
  }
});
// The page's own choice of order.
document.addEventListener("timeline:order", ({ detail }) => {
  for (const figure of document.querySelectorAll("figure.timeline-chart")) set(figure.timelineView, "order", detail.by);
});
document.addEventListener("timeline:window", ({ detail }) => {
  for (const figure of document.querySelectorAll("figure.timeline-chart")) {
    set(figure.timelineView, "between", detail.days);
  }
});

function watch(figure) {
  const block = figure.querySelector("script[type='application/json']");
  const spec = JSON.parse(block.textContent);
  const plan = kindOf(spec, "plan")[0] || {};
  const canvas = figure.querySelector(".timeline-canvas");
  figure.timelinePlan = plan;
  figure.timelineSpec = spec;
  if (plan.paints) {
    canvas.before(toolbar(figure, plan), keyOf(plan));
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", "Timeline. Arrow keys walk over lines and marks, Enter opens one, plus and minus zoom.");
    figure.timelinePlace = stickyAxis(figure);
    figure.timelineRing = keys(figure);
    wheel(figure);
  }
  if (plan.columns) figure.append(rowsTable(figure, spec, plan));
  let last = 0;
  let queue = Promise.resolve();
  const again = (width) => {
    last = width;
    queue = queue.then(() => draw(figure, spec, plan, width)).catch((error) => {
      figure.dataset.state = "failed"; // the still picture stays
      console.error(error);
    });
  };
  new ResizeObserver(() => {
    const width = figure.clientWidth;
    if (width !== 0 && Math.abs(width - last) >= STEP) again(width);
  }).observe(figure);
  night.addEventListener("change", () => last && again(last));
}

window.timelineDraw = () => {
  for (const figure of document.querySelectorAll("figure.timeline-chart[data-state='still']")) {
    figure.dataset.state = "waiting";
    watch(figure);
  }
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", window.timelineDraw);
window.timelineDraw();
