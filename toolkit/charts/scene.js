// Where things are in a drawn chart: Vega's scene is the same for both renderers, SVG and canvas.

const DAY = 86400000;

function kindOf(spec, kind) {
  const found = Object.entries(spec.datasets || {}).find(([name]) => name.replace(/-[^-]*$/, "") === kind);
  return found ? found[1] : [];
}

function offset(view) {
  const [x, y] = view.origin();
  const { left, top } = view.padding();
  return { x: x + left, y: y + top };
}

// The view of a name with its place on the canvas, in pixels; undefined where the chart has none.
function region(view, name) {
  const mark = view.scenegraph().root.items[0].items.find((each) => each.name === `${name}_group`);
  if (!mark || !mark.items.length) return undefined;
  const item = mark.items[0];
  const at = offset(view);
  return { item, x: at.x + item.x, y: at.y + item.y, width: item.width, height: item.height };
}

function* marksOf(group) {
  for (const mark of group.items) {
    if (mark.marktype === "group") {
      for (const item of mark.items) if (item.items) yield* marksOf(item);
    } else yield mark;
  }
}

// The labels of the axis of days: their texts and where they stand, in pixels of the canvas.
function axisLabels(lines) {
  const found = [];
  for (const mark of marksOf(lines.item)) {
    if (mark.role !== "axis-label") continue;
    for (const item of mark.items) {
      if (item.opacity !== 0) found.push({ text: String(item.text), x: lines.x + item.x });
    }
  }
  return found;
}

// The lines from top to bottom, each with its heading and then its symbols from left to right: what the keys walk over.
function walk(lines) {
  const rows = new Map();
  for (const mark of marksOf(lines.item)) {
    for (const item of mark.items) {
      const { datum } = item;
      const heading = mark.marktype === "rect" && item.tooltip && (datum.claim_id || datum.fold !== undefined);
      const symbol = mark.marktype === "symbol" && datum && datum.claim_id && mark.role === "mark";
      if (!heading && !symbol) continue;
      const at = datum.row;
      if (!rows.has(at)) rows.set(at, { at, heading: undefined, symbols: [] });
      if (symbol) rows.get(at).symbols.push(item);
      else rows.get(at).heading ??= item;
    }
  }
  const all = [...rows.values()].filter((row) => row.heading).sort((a, b) => a.at - b.at);
  return all.map((row) => [row.heading, ...row.symbols.sort((a, b) => a.x - b.x || a.y - b.y)]);
}
