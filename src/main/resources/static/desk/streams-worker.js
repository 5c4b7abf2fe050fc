/*
 * Holds the browser's connections for events and hands each event to all pages that listen: a browser opens six
 * connections to a server at most, over all its tabs (HTTP/1.1). Also chooses the one page that may sound.
 * A page that has crashed says nothing, and one that the browser has put to sleep does not sound: pages are asked again and
 * again whether they are there, the one that may sound also with each ring.
 */
const EVENTS = ["tasks", "duty", "visits", "tickets", "notices"];
const ASK_EVERY_MS = 3_000;
/** A page that has said nothing for this time does not sound. */
const SILENT_MS = 8_000;
/** Before a ring there is less time. */
const SILENT_AT_A_RING_MS = 1_500;
/** A page that has said nothing for this time is gone; if it wakes up after all, it begins anew. */
const GONE_MS = 60_000;

/** By address: the connection, the pages that listen, and the latest event about tasks, for a page that comes later. */
const streams = new Map();
/** By port: whether its page is visible and may sound, and when it was last heard of. */
const pages = new Map();
let leader = null;

self.onconnect = (connection) => {
  const port = connection.ports[0];
  pages.set(port, { visible: false, sounds: false, heard: performance.now() });
  port.onmessage = ({ data }) => {
    if (data.leave) {
      leave(port);
    } else if (!pages.has(port) && data.here) {
      port.postMessage({ anew: true });
    } else {
      pages.set(port, { visible: false, sounds: false, ...pages.get(port), ...data.page, heard: performance.now() });
      if (data.open) open(data.open, port);
      if (data.end) end();
    }
    elect();
  };
};

function open(url, port) {
  const stream = streams.get(url) ?? { ports: new Set(), latest: null, source: null };
  streams.set(url, stream);
  stream.ports.add(port);
  if (!stream.source || stream.source.readyState === EventSource.CLOSED) {
    connect(url, stream);
  } else if (stream.source.readyState === EventSource.OPEN) {
    port.postMessage({ url, event: "open" });
    if (stream.latest) {
      port.postMessage({ ...stream.latest, age: performance.now() - stream.latest.at, again: true });
    }
  }
}

function connect(url, stream) {
  stream.latest = null;
  stream.source = new EventSource(url);
  const tell = (message) => stream.ports.forEach((port) => port.postMessage(message));
  stream.source.addEventListener("open", () => tell({ url, event: "open" }));
  stream.source.addEventListener("error", () => {
    // The next answer may be another person's.
    stream.latest = null;
    tell({ url, event: "error" });
  });
  EVENTS.forEach((event) => stream.source.addEventListener(event, ({ data }) => {
    const message = { url, event, data, age: 0, at: performance.now() };
    if (event === "tasks") {
      stream.latest = message;
      askForLeader();
    }
    tell(message);
  }));
}

function close(url, port) {
  const stream = streams.get(url);
  stream?.ports.delete(port);
  if (stream?.ports.size === 0) {
    stream.source.close();
    streams.delete(url);
  }
}

function leave(port) {
  [...streams.keys()].forEach((url) => close(url, port));
  pages.delete(port);
}

/** The person logs out. */
function end() {
  streams.forEach((stream) => stream.source.close());
  streams.forEach((stream) => (stream.latest = null));
}

/** The page that may sound has to answer at once, or another one sounds. */
function askForLeader() {
  const asked = performance.now();
  const port = leader;
  port?.postMessage({ ask: true });
  setTimeout(() => {
    const page = pages.get(port);
    if (page && port === leader && page.heard < asked) {
      page.heard = asked - SILENT_MS;
      elect();
    }
  }, SILENT_AT_A_RING_MS);
}

setInterval(() => {
  const now = performance.now();
  [...pages].filter(([, page]) => now - page.heard > GONE_MS).forEach(([port]) => leave(port));
  pages.forEach((page, port) => port.postMessage({ ask: true }));
  elect();
}, ASK_EVERY_MS);

/** A page that is there and may sound goes before others, then one that is visible, then the one that was it until now. */
function elect() {
  const now = performance.now();
  const worth = ([port, page]) => (now - page.heard < SILENT_MS ? 8 : 0) + (page.sounds ? 4 : 0) + (page.visible ? 2 : 0)
    + (port === leader ? 1 : 0);
  const best = [...pages].sort((one, other) => worth(other) - worth(one))[0]?.[0] ?? null;
  if (best !== leader) {
    leader?.postMessage({ leader: false });
    best?.postMessage({ leader: true });
    leader = best;
  }
}
