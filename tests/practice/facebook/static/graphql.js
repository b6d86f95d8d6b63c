// What goes over the wire (facebook 3): a form, by XMLHttpRequest or fetch depending on the rollout. The friendly name stays,
// the document id changes within weeks.
import { options } from "/shared/page.js";

const viewer = document.querySelector("meta[name=viewer]").content;

export function mutate(friendlyName, input, more = {}) {
  const body = new URLSearchParams({
    av: viewer, __user: viewer, __a: "1", __req: "1k", __comet_req: "15", fb_dtsg: "NAcN", jazoest: "25000", lsd: "AVq",
    fb_api_caller_class: "RelayModern", fb_api_req_friendly_name: friendlyName,
    variables: JSON.stringify({ input: { actor_id: viewer, client_mutation_id: "1", ...input }, ...more }),
    server_timestamps: "true", doc_id: String(Math.floor(1e15 + Math.random() * 8e15)),
  });
  const headers = { "x-fb-friendly-name": friendlyName, "x-fb-lsd": "AVq" };
  return options.net === "fetch" ? byFetch(headers, body) : byRequest(headers, body);
}

const byFetch = (headers, body) => fetch("/api/graphql/", { method: "POST", headers, body });

function byRequest(headers, body) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/graphql/");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = done;
    request.send(body);
  });
}
