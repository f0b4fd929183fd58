"use strict";

const MAX_BYTES = 200 * 1024 * 1024;
const LABELS = {
  uploading: "Uploading", sending: "Sending", processing: "Generating", completed: "Completed", failed: "Failed",
  refused: "Refused", not_sent: "Not sent", unknown: "Unknown", expired: "Expired",
};
const MESSAGES = {
  sending: "Sending the document to Datalab.",
  processing: "Datalab is working on the new version. You may close this page and come back.",
  completed: "The new version is ready.",
};
const LOOK = "Look at the latest jobs before you send it again.";
const STEPS = ["upload", "send", "make", "done"];
// How many steps are behind a job in this state, and how the next one looks.
const PLACES = {
  uploading: [0, "now"], sending: [1, "now"], processing: [2, "now"], completed: [4, ""], failed: [2, "stop"],
  refused: [1, "stop"], not_sent: [1, "stop"], unknown: [1, "doubt"], expired: [2, "stop"],
};
const AGAIN_MS = 3000; // as long as a browser waits before it opens a stream again
const element = (id) => document.getElementById(id);

let source = null; // the event stream of the job that is shown

function bytes(count) {
  return count < 1e6 ? `${Math.ceil(count / 1e3)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

function show(job) {
  const [past, next] = PLACES[job.state];
  element("idle").hidden = true;
  element("shown").hidden = false;
  element("job").dataset.state = job.state;
  element("title").textContent = job.fileName;
  element("subtitle").textContent = job.processorId;
  element("chip").textContent = LABELS[job.state];
  element("chip").className = `chip ${job.state}`;
  STEPS.forEach((step, place) => {
    element(`step-${step}`).className = place < past ? "past" : place === past ? next : "";
  });
  showProgress(job);
  const done = job.result;
  element("result").hidden = !done;
  element("made-processor").textContent = done?.processorId ?? "";
  element("processor-row").hidden = !done?.processorId;
  element("made-pipeline").textContent = done?.pipelineId ?? "";
  element("pipeline-row").hidden = !done?.pipelineId;
  element("problem").hidden = !job.problem;
  element("problem").classList.toggle("bad", next === "stop");
  element("problem-title").textContent = job.problem?.title ?? "";
  element("problem-detail").textContent = job.problem?.detail ?? "";
}

function showProgress(job) {
  const { sentBytes, totalBytes } = job.progress ?? {};
  const known = totalBytes > 0;
  const percent = known ? Math.floor((100 * sentBytes) / totalBytes) : 0;
  const bar = element("bar");
  bar.hidden = !["uploading", "sending", "processing"].includes(job.state);
  bar.classList.toggle("waiting", !known || percent === 100);
  bar.firstElementChild.style.width = known && percent < 100 ? `${percent}%` : "";
  known ? bar.setAttribute("aria-valuenow", percent) : bar.removeAttribute("aria-valuenow");
  const news = job.status && job.status !== job.state ? ` It says: ${job.status}.` : "";
  let message = (MESSAGES[job.state] ?? "") + (job.state === "processing" ? news : "");
  if (known) {
    message = percent < 100 ? `${bytes(sentBytes)} of ${bytes(totalBytes)} (${percent} %)` : "All is sent; waiting for the answer.";
  }
  element("message").textContent = message;
  element("message").hidden = !message;
}

function watch(id) {
  source?.close();
  history.replaceState(null, "", `#${id}`);
  source = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
  let state = null;
  source.onmessage = (event) => {
    const job = JSON.parse(event.data);
    element("connection").hidden = true;
    show(job);
    if (job.state !== state) {
      state = job.state;
      list();
    }
    if (!["sending", "processing"].includes(state)) {
      source.close();
    }
  };
  const opened = source;
  opened.onerror = () => {
    element("connection").hidden = false;
    if (opened.readyState === EventSource.CLOSED) { // else the browser connects again by itself
      refused(id, opened);
    }
  };
}

/** The stream was answered with something else, which an EventSource does not tell. */
async function refused(id, stream) {
  const job = await ask(`/api/jobs/${encodeURIComponent(id)}`);
  if (stream !== source) return; // another job is shown meanwhile
  if (job.body?.detail && job.status < 500) {
    idle(job.body.detail); // such as: there is no such job
  } else {
    setTimeout(() => stream === source && watch(id), AGAIN_MS);
  }
}

/** What the service answers; without a body where it is away, or something before it answers. */
async function ask(path) {
  try {
    const answer = await fetch(path);
    return { status: answer.status, body: json(await answer.text()) };
  } catch {
    return { status: 0, body: null };
  }
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function list() {
  const { status, body: jobs } = await ask("/api/jobs");
  if (status !== 200 || !jobs) return; // the list stays as it was
  element("recent").hidden = jobs.length === 0;
  element("jobs").replaceChildren(...jobs.map((job) => {
    const row = document.createElement("button");
    row.type = "button";
    row.setAttribute("aria-current", location.hash === `#${job.id}`);
    const part = (tag, name, text) => {
      const made = row.appendChild(document.createElement(tag));
      made.className = name;
      made.textContent = text;
    };
    part("b", "", job.fileName);
    part("span", "processor", job.processorId);
    part("time", "", new Date(job.createdAt).toLocaleString([], { dateStyle: "medium", timeStyle: "short" }));
    part("span", `chip ${job.state}`, LABELS[job.state]);
    row.onclick = () => watch(job.id);
    const item = document.createElement("li");
    item.append(row);
    return item;
  }));
}

function choose() {
  const file = element("file").files[0];
  element("drop").classList.toggle("chosen", Boolean(file));
  element("file-name").textContent = file ? file.name : "Drop a document here, or choose one";
  element("file-size").textContent = file ? bytes(file.size) : "PDF, image, office or web document, up to 200 MB";
}

function complain(why) {
  element("form-error").textContent = why;
  element("form-error").hidden = !why;
}

function idle(why) {
  element("shown").hidden = true;
  element("idle").hidden = false;
  element("connection").hidden = true;
  element("job").dataset.state = "idle";
  complain(why);
}

function mistake() {
  const file = element("file").files[0];
  if (!element("processor").value.trim()) return "Which processor? Its id looks like cp_12345.";
  if (!element("request").value.trim()) return "What should be better? One sentence will do.";
  if (!file) return "Choose a document that shows it.";
  if (file.size === 0) return "The document is empty.";
  return file.size > MAX_BYTES ? `The document is too large: ${bytes(file.size)}, at most 200 MB.` : "";
}

function unsent(why) {
  idle(why);
  list();
}

function send(event) {
  event.preventDefault();
  complain(mistake());
  if (!element("form-error").hidden) return;
  source?.close();
  source = null;
  element("send").disabled = true;
  element("connection").hidden = true;
  const file = element("file").files[0];
  const uploading = { state: "uploading", fileName: file.name, processorId: element("processor").value.trim() };
  const request = new XMLHttpRequest(); // fetch tells nothing of an upload's progress
  request.upload.onprogress = (sent) =>
    show({ ...uploading, progress: { sentBytes: sent.loaded, totalBytes: sent.total } });
  request.onload = () => {
    const answer = json(request.responseText);
    if (request.status === 202 && answer) {
      watch(answer.id);
    } else {
      unsent(answer?.detail ?? answer?.title ?? `The service cannot be reached (${request.status}). ${LOOK}`);
    }
  };
  request.onerror = () => unsent(`The upload was cut off. ${LOOK}`);
  request.onloadend = () => {
    element("send").disabled = false;
  };
  show(uploading);
  request.open("POST", "/api/jobs");
  request.send(new FormData(element("form")));
}

element("form").addEventListener("submit", send);
element("file").addEventListener("change", choose);
for (const name of ["dragover", "dragleave", "drop"]) {
  element("drop").addEventListener(name, () => element("drop").classList.toggle("over", name === "dragover"));
}
for (const button of document.querySelectorAll(".copy")) {
  button.onclick = async () => {
    await navigator.clipboard.writeText(element(button.dataset.of).textContent);
    button.textContent = "Copied";
  };
}
window.addEventListener("hashchange", () => location.hash && watch(location.hash.slice(1)));
location.hash ? watch(location.hash.slice(1)) : list();
