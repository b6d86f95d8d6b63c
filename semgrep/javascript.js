// ruleid: markup-from-text
box.innerHTML = name;
// ruleid: markup-from-text
box.innerHTML += `<b>${name}</b>`;
// ruleid: markup-from-text
box.outerHTML = name;
// ruleid: markup-from-text
box.insertAdjacentHTML("beforeend", name);
// ruleid: markup-from-text
document.write(name);
// ruleid: markup-from-text
Object.assign(box, { innerHTML: name });
// ok: markup-from-text
box.textContent = name;
// ok: markup-from-text
const html = box.outerHTML;

// ruleid: gesture-of-ours
button.dispatchEvent(new MouseEvent("click"));
// ruleid: gesture-of-ours
form.requestSubmit();
// ruleid: gesture-of-ours
form.submit();
// ok: gesture-of-ours
form.addEventListener("submit", keep);

// ruleid: click-of-ours
button.click();
// ok: click-of-ours
button.addEventListener("click", keep);

// ruleid: another-caller
const answer = await fetch(address);
// ruleid: another-caller
window.fetch(address);
// ruleid: another-caller
navigator.sendBeacon(address, name);
// ruleid: another-caller
const socket = new WebSocket(address);
// ruleid: another-caller
const line = new RTCPeerConnection({ iceServers: [] });
// ok: another-caller
const said = await api.runtime.sendMessage({ kind: "request" });
