// What stands beside a mark: while the pointer rests on it, or pinned by a click, a tap or a key.
// Built from text nodes alone: no value of the data can become markup or a request.

function tipBox() {
  let box = document.querySelector(".timeline-tip");
  if (!box) {
    box = document.createElement("div");
    box.className = "timeline-tip";
    document.body.appendChild(box);
    document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip(true));
    document.addEventListener("pointerdown", (event) => {
      if (!box.contains(event.target) && !event.target.closest?.(".timeline-canvas")) hideTip(true);
    });
  }
  return box;
}

function address(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}

function entries(value) {
  const all = value !== null && typeof value === "object" ? Object.entries(value) : [["", value]];
  return all.filter(([, text]) => text !== "" && text !== null && text !== undefined && text !== "undefined");
}

function showTip(value, x, y, pinned = false) {
  const box = tipBox();
  if (box.dataset.pinned && !pinned) return;
  const list = document.createElement("dl");
  for (const [name, text] of entries(value)) {
    const term = document.createElement("dt");
    const words = document.createElement("dd");
    term.textContent = name;
    const target = pinned ? address(String(text)) : "";
    if (target) {
      const link = document.createElement("a");
      link.href = target;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.textContent = String(text);
      words.append(link);
    } else words.textContent = String(text);
    list.append(term, words);
  }
  box.replaceChildren(list);
  box.setAttribute("role", pinned ? "dialog" : "tooltip");
  if (pinned) {
    box.dataset.pinned = "yes";
    box.setAttribute("aria-label", "Details of the mark");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => hideTip(true));
    box.append(close);
  } else box.removeAttribute("aria-label");
  box.classList.add("timeline-tip-on");
  const { offsetWidth: w, offsetHeight: h } = box;
  const left = x + 14 + w > window.innerWidth ? x - w - 14 : x + 14;
  const top = y + 14 + h > window.innerHeight ? y - h - 14 : y + 14;
  box.style.left = `${Math.max(4, Math.min(left, window.innerWidth - w - 4))}px`;
  box.style.top = `${Math.max(4, Math.min(top, window.innerHeight - h - 4))}px`;
}

function hideTip(pinned = false) {
  const box = tipBox();
  if (box.dataset.pinned && !pinned) return;
  delete box.dataset.pinned;
  box.classList.remove("timeline-tip-on");
}

const tooltip = (handler, event, item, value) => {
  if (value === null || value === undefined || value === "") hideTip();
  else showTip(value, event.clientX, event.clientY);
};
