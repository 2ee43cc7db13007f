// The article of the selected row with its passage marked, why the row says what it says, its claim, and corrections.
function articlePane(model, select, follow) {
  const head = el("header", {});
  const text = el("div", { class: "te-text", tabindex: "0", role: "region", "aria-label": "The article" });
  const why = el("div", {});
  const claim = el("div", {});
  const reading = el("div", {});
  const form = correctionForm(model);
  const panels = { "Why": why, "This claim": claim, "How it was read": reading, "Correct": form.element };
  const tabs = tabList(panels, "About the mention");
  const element = el("section", { class: "te-article", "aria-label": "Article and explanation" }, head, text, tabs.element);
  let read = "";

  const askReading = () => {
    const { id } = model.get("detail");
    if (!id || read === id) return;
    read = id;
    reading.replaceChildren(el("p", { class: "te-note" }, "Reading the article again ..."));
    model.send({ ask: "reading", id });
  };
  tabs.opened("How it was read", askReading);

  function passages(pieces) {
    return pieces.map(([words, role, id]) => {
      if (role === "plain") return document.createTextNode(words);
      if (role !== "other") return el("mark", { class: `te-${role}` }, words);
      const go = () => select([id]);
      const key = (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        go();
      };
      return el("span", { class: "te-other", role: "button", tabindex: "0", title: "Go to this mention", click: go, keydown: key }, words);
    });
  }

  // A piece may hold several paragraphs; a piece of a passage never ends one.
  function paragraphs(pieces) {
    const found = [[]];
    for (const [words, role, id] of pieces) {
      words.split(/\n+/).forEach((part, number) => {
        if (number) found.push([]);
        if (part) found[found.length - 1].push([part, role, id]);
      });
    }
    return found.filter((part) => part.length).map((part) => el("p", {}, ...passages(part)));
  }

  // Until the answer is there, nothing of another row can be clicked.
  const wait = () => {
    const [first] = model.get("selected");
    const late = first !== undefined && first !== model.get("detail").id;
    element.classList.toggle("te-late", late);
    element.setAttribute("aria-busy", String(late));
  };
  const refresh = () => {
    wait();
    const found = model.get("detail");
    element.classList.toggle("te-empty", !found.id);
    head.replaceChildren();
    text.replaceChildren();
    if (!found.id) {
      head.append(el("p", { class: "te-note" }, "Select a row, or a mark in the chart: its article opens here, with the passage marked and the reason of each date."));
      tabs.element.hidden = true;
      return;
    }
    tabs.element.hidden = false;
    const address = found.url ? el("a", { href: found.url, target: "_blank", rel: "noopener noreferrer" }, "live page") : null;
    const about = [found.outlet, found.published].filter(Boolean).join(" · ");
    head.append(
      el("h3", {}, ...passages(found.title)),
      el("p", { class: "te-note" }, about, address ? " · " : "", address || ""),
    );
    // Many texts begin with their title, which stands above already.
    const [first, ...rest] = paragraphs(found.text);
    const title = found.title.map(([words]) => words).join("");
    text.append(...(first && first.textContent.trim() === title.trim() && !first.querySelector("mark") ? rest : [first, ...rest]).filter(Boolean));
    const rows = found.why.map(([name, words]) => [el("dt", {}, name), el("dd", {}, words)]);
    why.replaceChildren(el("h4", {}, found.label), el("dl", {}, ...rows.flat()));
    const others = found.others.map(([id, name, when, words]) => {
      const go = el("button", { type: "button", class: "te-link", "aria-current": id === found.id ? "true" : null, click: () => select([id]) }, words);
      return el("li", {}, el("div", { class: "te-note" }, standing(name, model.get("look")), ` ${when}`), go);
    });
    const only = el("button", { type: "button", click: () => follow(found.claim) }, "Follow this claim");
    claim.replaceChildren(el("p", {}, found.othersTitle, " ", only), el("ol", {}, ...others));
    reading.replaceChildren();
    read = "";
    if (tabs.current() === "How it was read") askReading();
    form.refresh();
    const mark = text.querySelector("mark");
    text.scrollTop = mark ? mark.offsetTop - text.offsetTop - text.clientHeight / 3 : 0;
  };
  const answer = (message) => {
    if (message.answer === "reading") {
      const lines = message.lines || [message.line];
      if (message.id && message.id !== read) return;
      reading.replaceChildren(...lines.map((line) => el("p", { class: "te-step" }, line)));
    } else if (message.answer !== "chart") form.answer(message);
  };
  return { element, refresh, wait, answer };
}

function tabList(panels, about) {
  const names = Object.keys(panels);
  const acts = {};
  let open = names[0];
  const buttons = names.map((name) => el("button", { type: "button", role: "tab", id: unique("tab"), click: () => show(name) }, name));
  const list = el("div", { role: "tablist", class: "te-tabs", "aria-label": about }, ...buttons);
  names.forEach((name, at) => {
    const panel = panels[name];
    Object.entries({ role: "tabpanel", id: unique("panel"), tabindex: "0", "aria-labelledby": buttons[at].id }).forEach(([key, value]) =>
      panel.setAttribute(key, value),
    );
    panel.classList.add("te-panel");
    buttons[at].setAttribute("aria-controls", panel.id);
  });
  const show = (wanted) => {
    open = wanted;
    names.forEach((name, at) => {
      const on = name === wanted;
      panels[name].hidden = !on;
      buttons[at].setAttribute("aria-selected", String(on));
      buttons[at].tabIndex = on ? 0 : -1;
    });
    if (acts[wanted]) acts[wanted]();
  };
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const to = (names.indexOf(open) + step + names.length) % names.length;
    show(names[to]);
    buttons[to].focus();
  });
  show(open);
  const opened = (name, act) => {
    acts[name] = act;
  };
  return { element: el("div", { class: "te-about" }, list, ...Object.values(panels)), list, opened, current: () => open };
}

const DAYS = /_(start|end)$|^published$/;
const SUGGESTED = { standing: "standing", kind: "kind", place: "place", claimant_side: "side", outlet: "outlet" };

function correctionForm(model) {
  const said = el("p", { class: "te-said", role: "status" });
  const options = el("datalist", { id: unique("values") });
  const field = el("select", { required: true });
  const value = el("input", { list: options.id });
  const was = el("span", { class: "te-note" });
  const whole = el("input", { type: "checkbox" });
  const reason = el("input", { required: true, placeholder: "what it rests on" });
  const by = el("input", { required: true, placeholder: "your name or initials" });
  const on = el("input", { type: "date", required: true });
  const undo = el("button", { type: "button", click: () => model.send({ ask: "undo" }) }, "Undo");
  const save = el("button", { type: "submit", class: "te-main" }, "Save the correction");
  const asked = (name, control, ...more) => el("label", {}, el("span", {}, name), control, ...more);
  const why = asked("Reason", reason);
  why.classList.add("te-wide");
  const form = el(
    "form",
    { class: "te-form" },
    asked("Field", field),
    asked("Right value", value, was),
    asked("On", on),
    why,
    asked("By", by),
    el("label", { class: "te-check" }, whole, el("span", {}, "for all mentions of this claim")),
    el("div", { class: "te-buttons" }, save, undo),
    options,
  );
  const locked = el("p", { class: "te-note" });
  const element = el("div", {}, locked, form, said);
  const today = new Date();
  on.value = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

  const suit = () => {
    const now = (model.get("detail").values || {})[field.value] || "";
    value.value = now;
    was.textContent = `now: ${now || "empty"}`;
    value.placeholder = DAYS.test(field.value) ? "YYYY-MM-DD, or nothing" : "";
    const known = (model.get("counts")[SUGGESTED[field.value]] || []).map(([each]) => el("option", { value: each }));
    options.replaceChildren(...known);
  };
  field.addEventListener("change", suit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { id, claim } = model.get("detail");
    const row = { id: whole.checked ? claim : id, claim: whole.checked, field: field.value, value: value.value };
    save.disabled = true;
    said.textContent = "Linking anew ...";
    model.send({ ask: "correct", row: { ...row, reason: reason.value, by: by.value, on: on.value } });
  });
  const refresh = () => {
    if (!field.children.length) field.append(...model.get("fields").map((name) => el("option", { value: name }, name)));
    locked.textContent = model.get("locked") ? `Nothing can be corrected: ${model.get("locked")}` : "";
    locked.hidden = !locked.textContent;
    form.hidden = !locked.hidden;
    undo.hidden = !model.get("undoable");
    undo.textContent = `Undo: ${model.get("undoable")}`;
    suit();
  };
  const answer = (message) => {
    save.disabled = false;
    said.textContent = message.line;
    said.classList.toggle("te-failed", message.failed);
    if (!message.failed && message.answer === "correct") reason.value = "";
  };
  return { element, refresh, answer };
}
