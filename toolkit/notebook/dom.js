// Elements out of names, attributes and text. Text goes in as text nodes alone: no value of a corpus becomes markup.
let made = 0;

function unique(name) {
  made += 1;
  return `timeline-${name}-${made}`;
}

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function later(milliseconds, act) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), milliseconds);
  };
}

function plural(number, one) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : `${one}s`}`;
}

function standing(name, look) {
  if (!name) return el("span", {});
  const dot = el("span", { class: "te-dot", "aria-hidden": "true" });
  dot.style.background = look[name] || "#7f7f7f";
  return el("span", { class: "te-standing" }, dot, name);
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dayWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
