// The charts of the toolkit, drawn by the toolkit's own bundle; what is shown and marked follows filters and selection.
let loading = null;

function drawing(code) {
  if (window.timelineDraw) return Promise.resolve();
  if (!loading) {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    loading = import(address).finally(() => URL.revokeObjectURL(address));
  }
  return loading;
}

// One chart: `name` is the trait that holds its specification.
function figureOf(model, name, select) {
  const element = el("div", { class: "te-chart-box", tabindex: "0", "aria-label": CHARTS[name] });
  let figure = null;

  const tell = (signal, value) => {
    const view = figure && figure.timelineView;
    if (!view) return;
    try {
      view.signal(signal, value).runAsync();
    } catch (error) {
      console.debug(`the chart has no ${signal}`, error);
    }
  };
  const follow = () => {
    const [shown, chosen] = [model.get("shown"), model.get("selected")];
    const { id: ids, claim: claims } = model.get("rows");
    tell("shown", shown.length === ids.length ? null : shown.map((at) => ids[at]));
    tell("marked", [...new Set(chosen.map((id) => claims[ids.indexOf(id)]))]);
  };
  async function draw() {
    if (!model.get(name)) return;
    const { title, ...spec } = JSON.parse(model.get(name));
    const canvas = el("div", { class: "timeline-canvas" });
    const notes = title && Array.isArray(title.subtitle) ? title.subtitle.join(". ") : "";
    const block = el("script", { type: "application/json" }, JSON.stringify(spec));
    figure = el("figure", { class: "timeline-chart", "aria-label": spec.description }, el("figcaption", {}, notes), canvas, block);
    figure.dataset.state = "still";
    figure.addEventListener("timeline:pick", (event) => {
      const { claim, mention } = event.detail;
      const { id: ids, claim: claims } = model.get("rows");
      const found = mention ? [mention] : ids.filter((_, at) => claims[at] === claim);
      if (found.length) select(found);
    });
    // A chart that is drawn anew, because its place has another width, has forgotten what it shows.
    new MutationObserver(() => setTimeout(follow, 0)).observe(canvas, { childList: true });
    element.replaceChildren(figure);
    await drawing(model.get("vega"));
    window.timelineDraw();
  }
  return { element, draw, follow };
}

const CHARTS = { chart: "Timeline", map: "Map" };

function chartPanel(model, select) {
  const figures = Object.keys(CHARTS).map((name) => figureOf(model, name, select));
  const waiting = el("p", { class: "te-wait", role: "status" }, "Drawing the chart ...");
  const tabs = tabList(Object.fromEntries(Object.values(CHARTS).map((title, at) => [title, figures[at].element])), "Charts");
  const element = el("section", { class: "te-chart", "aria-label": "Charts" }, waiting, tabs.element);
  const follow = () => figures.forEach((figure) => figure.follow());
  let drawn = false;
  const draw = () => {
    const there = model.get("chart") !== "";
    drawn = drawn || there; // an old chart stays until the new one is there
    element.hidden = !model.get("rows").id.length;
    waiting.hidden = drawn;
    tabs.element.hidden = !drawn;
    tabs.list.hidden = !model.get("map");
    if (there) figures.forEach((figure) => figure.draw());
    else if (!element.hidden) model.send({ ask: "chart" });
  };
  const answer = (message) => {
    if (message.answer === "chart" && message.failed) waiting.textContent = `The chart can't be drawn: ${message.line}`;
  };
  return { element, draw, follow, answer };
}
