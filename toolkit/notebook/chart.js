// The chart of the toolkit, drawn by the toolkit's own bundle; what is shown follows the filters.
let loading = null;

function drawing(code) {
  if (window.timelineDraw) return Promise.resolve();
  if (!loading) {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    loading = import(address).finally(() => URL.revokeObjectURL(address));
  }
  return loading;
}

function chartPanel(model, select) {
  const holder = el("div", { class: "te-chart-box" });
  const element = el("section", { class: "te-chart", "aria-label": "Chart" }, holder);
  let figure = null;

  const tell = (name, value) => {
    const view = figure && figure.timelineView;
    if (!view) return;
    try {
      view.signal(name, value).runAsync();
    } catch (error) {
      console.debug(`the chart has no ${name}`, error);
    }
  };
  const filter = () => {
    const shown = model.get("shown");
    const ids = model.get("rows").id;
    tell("shown", shown.length === ids.length ? null : shown.map((at) => ids[at]));
  };
  async function draw() {
    const spec = model.get("chart");
    element.hidden = !model.get("rows").id.length;
    if (!spec) {
      holder.replaceChildren(el("p", { class: "te-wait" }, "Drawing the chart ..."));
      if (!element.hidden) model.send({ ask: "chart" });
      return;
    }
    const canvas = el("div", { class: "timeline-canvas" });
    figure = el("figure", { class: "timeline-chart" }, canvas, el("script", { type: "application/json" }, spec));
    figure.dataset.state = "still";
    figure.addEventListener("timeline:pick", (event) => {
      const { claim, mention } = event.detail;
      const rows = model.get("rows");
      const ids = mention ? [mention] : rows.id.filter((_, at) => rows.claim[at] === claim);
      if (ids.length) select(ids);
    });
    // A chart that is drawn anew, because its place has another width, has forgotten what it shows.
    new MutationObserver(() => setTimeout(filter, 0)).observe(canvas, { childList: true });
    holder.replaceChildren(figure);
    await drawing(model.get("vega"));
    window.timelineDraw();
  }
  return { element, draw, filter };
}
