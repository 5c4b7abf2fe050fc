// Files are sent one after another, as soon as they are chosen or dropped, each with its progress and what became of it.
const form = document.querySelector("[data-upload]");
const card = form.closest("section");
const sending = form.querySelector(".sending");
const words = form.dataset;
const BUSY = 503;
const TRIES = 3;

form.classList.add("by-script");

const line = (name) => {
  const entry = document.createElement("li");
  const title = document.createElement("b");
  title.textContent = name;
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `${words.sending} ${name}`);
  const said = document.createElement("span");
  said.className = "small soft";
  said.textContent = words.sending;
  entry.append(title, progress, said);
  sending.append(entry);
  return {
    at: (part) => { progress.value = part; },
    end: (text, wrong) => {
      progress.remove();
      said.textContent = text;
      entry.classList.add(wrong ? "refused" : "kept");
    },
  };
};

const post = (file, line) => new Promise((done) => {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("_csrf", form.elements._csrf.value);
  body.append("files", file, file.name);
  request.open("POST", form.action);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.upload.onprogress = (event) => event.lengthComputable && line.at(event.loaded / event.total);
  request.onloadend = () => done(request);
  request.send(body);
});

const wrong = ({ status, responseText }) => {
  if (status === 422) return responseText;
  if (status === 413) return words.tooLarge;
  if (status === 401 || status === 403) return words.login;
  return status === BUSY ? words.busy : words.failed;
};

const later = (millis) => new Promise((go) => setTimeout(go, millis));

const send = async (file) => {
  const shown = line(file.name);
  if (file.size > Number(words.largest)) {
    shown.end(words.tooLarge, true);
    return;
  }
  let answer = await post(file, shown);
  for (let tries = 1; answer.status === BUSY && tries < TRIES; tries++) {
    await later(tries * 1_500);
    answer = await post(file, shown);
  }
  const fresh = answer.status === 200 ? new DOMParser().parseFromString(answer.responseText, "text/html").querySelector("[data-attached]") : null;
  if (fresh === null) {
    shown.end(wrong(answer), true);
    return;
  }
  card.querySelector("[data-attached]").replaceWith(fresh);
  shown.end(words.done, false);
};

let queue = Promise.resolve();
let left = 0;
addEventListener("beforeunload", (event) => {
  if (left > 0) event.preventDefault();
});
const sendAll = (files) => {
  sending.querySelectorAll(".kept").forEach((entry) => entry.remove());
  [...files].forEach((file) => {
    left++;
    queue = queue.then(() => send(file)).finally(() => { left--; });
  });
};

form.querySelectorAll("input[type=file]").forEach((input) => input.addEventListener("change", () => {
  sendAll(input.files);
  input.value = "";
}));

// The whole card takes what is dropped; beside it the browser would leave the page and show the file.
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  const over = card.contains(event.target);
  event.dataTransfer.dropEffect = over ? "copy" : "none";
  card.classList.toggle("over", over);
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) card.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  card.classList.remove("over");
  if (card.contains(event.target)) sendAll(event.dataTransfer.files);
});
