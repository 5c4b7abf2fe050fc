/*
 * Holds the browser's connections for events and hands each event to all pages that listen: a browser opens six
 * connections to a server at most, over all its tabs (HTTP/1.1). Also chooses the one page that may sound.
 */
const EVENTS = ["tasks", "duty", "visits", "tickets", "notices"];

/** By address: the connection, the pages that listen, and the latest event about tasks, for a page that comes later. */
const streams = new Map();
/** By port: whether its page is visible and may sound. */
const pages = new Map();
let leader = null;

self.onconnect = (connection) => {
  const port = connection.ports[0];
  pages.set(port, { visible: false, sounds: false });
  port.onmessage = ({ data }) => {
    if (data.open) open(data.open, port);
    if (data.page) pages.set(port, data.page);
    if (data.leave) leave(port);
    if (data.end) end();
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
    if (event === "tasks") stream.latest = message;
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

/** A page that may sound goes before others, then one that is visible, then the one that was it until now. */
function elect() {
  const worth = ([port, page]) => (page.sounds ? 4 : 0) + (page.visible ? 2 : 0) + (port === leader ? 1 : 0);
  const best = [...pages].sort((one, other) => worth(other) - worth(one))[0]?.[0] ?? null;
  if (best !== leader) {
    leader?.postMessage({ leader: false });
    best?.postMessage({ leader: true });
    leader = best;
  }
}
