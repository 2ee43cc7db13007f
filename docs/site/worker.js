/* A Worker that works from a disk too: browsers start no worker from file://, so its script runs in a frame. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const base = new URL(address, location);
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.waiting = [];
      (document.body || document.documentElement).appendChild(this.frame);
      const inner = this.frame.contentWindow, page = this.frame.contentDocument;
      const load = (source) => new Promise((done, failed) => {
        const script = page.createElement("script");
        script.src = new URL(source, base).href;
        script.onload = done;
        script.onerror = failed;
        page.body.appendChild(script);
      });
      inner.importScripts = (...sources) => sources.reduce((before, each) => before.then(() => load(each)), Promise.resolve());
      inner.postMessage = (data) => {
        const event = new MessageEvent("message", { data });
        this.dispatchEvent(event);
        if (this.onmessage) this.onmessage(event);
      };
      load(base).then(() => { this.ready = true; this.waiting.splice(0).forEach((each) => this.pass(each)); });
    }
    pass(data) { this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })); }
    postMessage(data) { this.ready ? this.pass(data) : this.waiting.push(data); }
    terminate() { this.frame.remove(); }
  };
}
