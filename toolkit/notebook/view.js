// The view: filters above, the chart, then the table beside the article, all of them on one model.
function render({ model, el: place }) {
  const root = el("section", { class: "te-view", "aria-label": `Timeline of ${model.get("name")}` });
  // Keys belong to the view: JupyterLab would take letters as commands, and arrows to go from cell to cell.
  root.dataset.lmSuppressShortcuts = "true";
  root.addEventListener("keydown", (event) => event.stopPropagation());
  const select = (ids) => {
    model.set("selected", ids);
    model.save_changes();
  };
  const bar = filterBar(model, root);
  const chart = chartPanel(model, select);
  const table = rowTable(model, select);
  const article = articlePane(model, select, (claim) => bar.set({ claim }));
  root.append(bar.element, chart.element, el("div", { class: "te-panes" }, table.element, article.element));
  place.append(root);

  const heard = [
    ["change:choice change:shown change:counts change:days change:rows", bar.refresh],
    ["change:shown change:rows", table.refresh],
    ["change:shown change:selected", chart.follow],
    ["change:selected", table.mark],
    ["change:selected", article.wait],
    ["change:detail change:undoable", article.refresh],
    ["change:chart", chart.draw],
    ["msg:custom", article.answer],
    ["msg:custom", chart.answer],
  ].flatMap(([names, act]) => names.split(" ").map((name) => [name, act]));
  heard.forEach(([name, act]) => model.on(name, act));
  bar.refresh();
  table.refresh();
  table.mark();
  article.refresh();
  chart.draw();
  return () => heard.forEach(([name, act]) => model.off(name, act));
}

export default { render };
