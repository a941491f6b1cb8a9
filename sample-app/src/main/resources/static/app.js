// The page of go-links. The address bar holds the view: ?owner=, ?topic= or ?slug=, and the token of the page.

const PAGE_SIZE = 20;
const HOME = { by: "owner", value: "Debian Perl Group", token: null };
const DAY = 24 * 60 * 60 * 1000;

const $ = (id) => document.getElementById(id);
const date = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" });
const number = new Intl.NumberFormat();

const known = {
	owner: new Set(["Debian Games Team", "Debian Perl Group"]),
	topic: new Set(["games", "web"]),
};

let view = HOME;
let trail = []; // tokens of the pages before this one, null for the first; shorter when the page was opened by its address
let next = null;
let loading = null;

// ---- The API

class Problem extends Error {
	constructor(status, body) {
		super(body.detail || body.title || `The server answered ${status}.`);
		this.status = status;
		this.errors = Array.isArray(body.errors) ? body.errors : [];
	}
}

async function api(method, path, { body, signal } = {}) {
	const headers = { Accept: "application/json, application/problem+json" };
	if (body) {
		headers["Content-Type"] = "application/json";
	}
	let response;
	try {
		response = await fetch(path, { method, headers, signal, cache: "no-store", body: body && JSON.stringify(body) });
	} catch (ex) {
		if (ex.name === "AbortError") {
			throw ex;
		}
		throw new Problem(0, { detail: "The server cannot be reached. Try again in a moment." });
	}
	const content = await response.json().catch(() => null);
	if (!response.ok) {
		throw new Problem(response.status, content ?? {});
	}
	return content;
}

const linkPath = (slug, action) => `/api/links/${encodeURIComponent(slug)}${action ? `/${action}` : ""}`;

async function fetchPage({ by, value, token }, signal) {
	if (by === "slug") {
		return { items: [await api("GET", linkPath(value), { signal })], next: null };
	}
	const query = new URLSearchParams({ [by]: value, limit: PAGE_SIZE });
	if (token) {
		query.set("token", token);
	}
	return api("GET", `/api/links?${query}`, { signal });
}

// ---- The view and the address bar

function viewOfAddress() {
	const query = new URLSearchParams(location.search);
	for (const by of ["owner", "topic", "slug"]) {
		if (query.get(by)) {
			return { by, value: query.get(by), token: (by !== "slug" && query.get("token")) || null };
		}
	}
	return HOME;
}

function addressOf({ by, value, token }) {
	const query = new URLSearchParams({ [by]: value });
	if (token) {
		query.set("token", token);
	}
	return `${location.pathname}?${query}`;
}

function go(to, { tokens = [], focus = false } = {}) {
	say("");
	history.pushState({ trail: tokens }, "", addressOf(to));
	return show(to, tokens, { focus });
}

async function show(to, tokens, { focus = false, added = null } = {}) {
	view = to;
	trail = tokens ?? [];
	describeView();
	loading?.abort();
	const mine = (loading = new AbortController());
	$("links").setAttribute("aria-busy", "true");
	try {
		const page = await fetchPage(to, mine.signal);
		const items = page.items;
		if (added && !items.some((link) => link.slug === added.slug)) {
			items.unshift(added);
		}
		next = page.next;
		render(items);
		if (focus) {
			$("list-heading").focus({ preventScroll: true });
			if ($("list-heading").getBoundingClientRect().top < 0) {
				$("list-heading").scrollIntoView();
			}
		}
	} catch (ex) {
		if (ex.name === "AbortError") {
			return;
		}
		if (to.token && ex.errors?.some((error) => error.field === "token")) {
			const first = { ...to, token: null };
			history.replaceState({ trail: [] }, "", addressOf(first));
			say("That page of the list cannot be opened any more. This is the first page.", true);
			await show(first, []);
			return;
		}
		next = null;
		render([]);
		if (to.by === "slug" && ex.status === 404) {
			offerToCreate(to.value);
		} else {
			$("empty-text").textContent = "The list could not be loaded.";
			say(ex.message, true);
		}
	} finally {
		if (loading === mine) {
			$("links").setAttribute("aria-busy", "false");
		}
	}
}

function describeView() {
	const { by, value } = view;
	document.title = `${by === "slug" ? `go/${value}` : value} · go-links`;
	$("list-heading").textContent = by === "slug" ? `go/${value}` : value;
	$("list-note").textContent = { owner: "Links of this owner, newest first", topic: "Links on this topic, newest first", slug: "Looked up by its slug" }[by];
	$("lookup-slug").value = by === "slug" ? value : "";
	setError("list-value", "");
	if (by !== "slug") {
		chooseListBy(by);
		$("list-value").value = value;
	}
}

function chooseListBy(by) {
	$("list-by").value = by;
	$("list-value-label").textContent = by === "owner" ? "Owner" : "Topic";
	$("list-value").setAttribute("list", by === "owner" ? "owners" : "topics");
}

// ---- Rows

function element(name, className, text) {
	const made = document.createElement(name);
	made.className = className;
	if (text !== undefined) {
		made.textContent = text;
	}
	return made;
}

function cell(className, ...content) {
	const made = element("td", className);
	made.setAttribute("role", "cell");
	made.append(...content.filter(Boolean));
	return made;
}

function isWebAddress(text) {
	try {
		return ["http:", "https:", "ftp:"].includes(new URL(text).protocol);
	} catch {
		return false;
	}
}

function outbound(className, text, href) {
	const made = element("a", className, text);
	made.href = href;
	made.target = "_blank";
	made.rel = "noopener noreferrer";
	return made;
}

function viewLink(by, value) {
	const made = element("a", by, value);
	made.href = addressOf({ by, value });
	made.title = { owner: "All links of this owner", topic: "All links on this topic", slug: "This link" }[by];
	made.addEventListener("click", (event) => {
		if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
			event.preventDefault();
			go({ by, value, token: null }, { focus: true });
		}
	});
	return made;
}

function moment(className, prefix, instant) {
	const at = new Date(instant);
	const made = element("time", className, prefix);
	made.append(element("span", "date", date.format(at)));
	made.dateTime = instant;
	made.title = dateAndTime.format(at);
	return made;
}

function actionButton(text, className, slug, action) {
	const made = element("button", className, text);
	made.type = "button";
	made.setAttribute("aria-label", `${text} ${slug}`);
	made.addEventListener("click", action);
	return made;
}

function row(link) {
	const made = element("tr", "");
	made.setAttribute("role", "row");
	made.dataset.slug = link.slug;
	made.link = link;
	const expired = link.expiresOn && new Date(link.expiresOn) <= new Date();
	made.classList.toggle("expired", Boolean(expired));

	const slug = outbound("slug", link.slug, `/go/${encodeURIComponent(link.slug)}`);
	let target;
	if (isWebAddress(link.target)) {
		target = outbound("target", link.target, link.target);
	} else {
		target = element("span", "target", link.target);
	}
	target.title = link.target;

	const actions = element("div", "actions");
	actions.append(
		actionButton("Rename", "rename", link.slug, () => openRename(link)),
		actionButton("Expire", "expire", link.slug, () => openExpire(link)),
		actionButton("Delete", "remove", link.slug, () => openDelete(link)));

	made.append(
		cell("main", slug, link.title && element("div", "title", link.title), target),
		cell("who", viewLink("owner", link.owner), link.topic && viewLink("topic", link.topic)),
		clicksCell(link),
		cell("when",
			link.createdOn && moment("created", "", link.createdOn),
			link.expiresOn && moment("expires", expired ? "Expired " : "Expires ", link.expiresOn)),
		cell("do", actions));
	return made;
}

function clicksCell(link) {
	const made = cell("clicks number", number.format(link.clicks ?? 0));
	made.dataset.unit = link.clicks === 1 ? "click" : "clicks";
	return made;
}

const rowOf = (slug) => document.querySelector(`#links tr[data-slug="${CSS.escape(slug)}"]`);

function render(links) {
	document.querySelector("#links tbody").replaceChildren(...links.map(row));
	links.forEach(remember);
	describeRows();
}

function describeRows() {
	const empty = document.querySelector("#links tbody").childElementCount === 0;
	$("links").hidden = empty;
	$("empty").hidden = !empty;
	$("empty-create").hidden = true;
	$("empty-text").textContent = {
		owner: "This owner has no links here.",
		topic: "There are no links on this topic.",
		slug: "There is no such link.",
	}[view.by];
	$("back").disabled = !view.token;
	$("back").textContent = view.token && trail.length === 0 ? "First page" : "Back";
	$("next").disabled = !next;
	$("page").textContent = !view.token || trail[0] === null ? `Page ${trail.length + 1}` : "";
	document.querySelector(".pager").hidden = !view.token && !next;
}

function offerToCreate(slug) {
	$("empty-text").textContent = `There is no link go/${slug}.`;
	$("empty-create").textContent = `Create go/${slug}`;
	$("empty-create").hidden = false;
	$("empty-create").onclick = () => {
		$("slug").value = slug;
		$("target").focus();
	};
}

function replaceRow(slug, link) {
	const made = row(link);
	made.classList.add("fresh");
	const shown = rowOf(slug) ?? rowOf(link.slug);
	if (shown !== rowOf(link.slug)) {
		rowOf(link.slug)?.remove(); // the new slug may have been told before the answer
	}
	if (shown) {
		shown.replaceWith(made);
	} else {
		document.querySelector("#links tbody").prepend(made);
		describeRows();
	}
	remember(link);
	return made;
}

function remember(link) {
	for (const by of ["owner", "topic"]) {
		if (link[by] && !known[by].has(link[by])) {
			known[by].add(link[by]);
			suggest(by);
		}
	}
}

function suggest(by) {
	$(`${by}s`).replaceChildren(...[...known[by]].sort().map((value) => {
		const option = document.createElement("option");
		option.value = value;
		return option;
	}));
}

// ---- Messages and field errors

function say(text, bad = false) {
	$("message").textContent = text;
	$("message").classList.toggle("bad", bad);
}

function setError(field, text) {
	$(`${field}-error`).textContent = text;
	$(field).setAttribute("aria-invalid", text ? "true" : "false");
}

// An error says what was wrong with a value, and goes when the value is another.
for (const kind of ["input", "change"]) {
	document.addEventListener(kind, ({ target }) => {
		if (target.id && $(`${target.id}-error`)?.textContent) {
			setError(target.id, "");
		}
	});
}

// Puts each error next to its field, moves the focus to the first and says the rest.
function showErrors(problem, fieldIds) {
	const unplaced = [];
	const placed = new Set();
	for (const { field, message } of problem.errors) {
		const id = fieldIds[field];
		if (!id) {
			unplaced.push(message);
		} else if (!placed.has(id)) {
			placed.add(id);
			setError(id, message);
		}
	}
	const first = Object.values(fieldIds).find((id) => placed.has(id));
	if (first) {
		$(first).focus();
	}
	if (unplaced.length > 0 || !first) {
		say(unplaced.join(" ") || problem.message, true);
	}
}

// Days from now as an instant; null when the field is empty, undefined (and an error) when it is not a whole number.
function instantOfDays(field, least) {
	const { value, validity } = $(field);
	if (value === "" && !validity.badInput) {
		return null;
	}
	const days = Number(value);
	if (validity.badInput || !Number.isInteger(days) || days < least || days > 36500) {
		setError(field, `Give a whole number of days, from ${least} to 36500.`);
		$(field).focus();
		return undefined;
	}
	return new Date(Date.now() + days * DAY).toISOString();
}

async function whileSending(form, work) {
	const submit = form.querySelector("[type=submit]");
	if (submit.disabled) {
		return;
	}
	submit.disabled = true;
	try {
		await work();
	} finally {
		submit.disabled = false;
	}
}

// ---- Create

const CREATE_FIELDS = { slug: "slug", target: "target", owner: "owner", topic: "topic", title: "title", expiresOn: "expires" };

$("create").addEventListener("submit", (event) => {
	event.preventDefault();
	Object.values(CREATE_FIELDS).forEach((id) => setError(id, ""));
	const expiresOn = instantOfDays("expires", 1);
	if (expiresOn === undefined) {
		return;
	}
	const text = (id) => $(id).value.trim();
	const body = {
		slug: text("slug"), target: text("target"), owner: text("owner"),
		topic: text("topic") || null, title: text("title") || null, expiresOn,
	};
	whileSending($("create"), async () => {
		let link;
		try {
			link = await api("POST", "/api/links", { body });
		} catch (ex) {
			if (ex.status === 409 && ex.errors.length === 0) {
				ex.errors = [{ field: "slug", message: ex.message }];
			}
			showErrors(ex, CREATE_FIELDS);
			return;
		}
		for (const id of ["slug", "target", "topic", "title", "expires"]) {
			$(id).value = "";
		}
		say(`Created go/${link.slug}`);
		await showAdded(link);
		$("slug").focus({ preventScroll: true });
	});
});

// The new link is on top at once, even where the index of the list does not have it yet.
async function showAdded(link) {
	const to = { by: "owner", value: link.owner, token: null };
	if (view.by !== "slug" && link[view.by] === view.value) {
		to.by = view.by;
		to.value = view.value;
	}
	if (addressOf(to) !== addressOf(view)) {
		history.pushState({ trail: [] }, "", addressOf(to));
	}
	await show(to, [], { added: link });
	rowOf(link.slug)?.classList.add("fresh");
}

// ---- Rename, expire, delete

let chosen = null;

function open(kind, link) {
	chosen = link;
	$(`${kind}-dialog`).querySelector("h2 code").textContent = `go/${link.slug}`;
	$(`${kind}-dialog`).showModal();
}

function openRename(link) {
	setError("rename-to", "");
	$("rename-to").value = link.slug;
	open("rename", link);
	$("rename-to").select();
}

function openExpire(link) {
	setError("expire-days", "");
	const left = link.expiresOn ? Math.ceil((new Date(link.expiresOn) - Date.now()) / DAY) : 30;
	$("expire-days").value = Math.max(left, 0);
	describeExpiry();
	open("expire", link);
	$("expire-days").select();
}

function openDelete(link) {
	$("delete-error").textContent = "";
	open("delete", link);
}

function describeExpiry() {
	const { value, validity } = $("expire-days");
	let text = "";
	if (value !== "" && validity.valid) {
		text = Number(value) === 0 ? "Stops working at once."
			: `Works until ${dateAndTime.format(new Date(Date.now() + Number(value) * DAY))}.`;
	}
	$("expire-when").textContent = text;
}

$("expire-days").addEventListener("input", describeExpiry);
for (const pick of document.querySelectorAll(".picks button")) {
	pick.addEventListener("click", () => {
		$("expire-days").value = pick.dataset.days;
		setError("expire-days", "");
		describeExpiry();
	});
}

$("rename-form").addEventListener("submit", (event) => {
	event.preventDefault();
	setError("rename-to", "");
	const { slug } = chosen;
	const to = $("rename-to").value.trim();
	const send = () => api("POST", linkPath(slug, "rename"), { body: { to } });
	change("rename", ["to", "slug"], "rename-to", send, (link) => {
		if (view.by === "slug") {
			view = { by: "slug", value: link.slug, token: null };
			history.replaceState(history.state, "", addressOf(view));
			describeView();
		}
		replaceRow(slug, link).querySelector(".rename").focus();
		say(`Renamed go/${slug} to go/${link.slug}`);
	});
});

$("expire-form").addEventListener("submit", (event) => {
	event.preventDefault();
	setError("expire-days", "");
	const { slug } = chosen;
	const expiresOn = instantOfDays("expire-days", 0);
	if (expiresOn === undefined) {
		return;
	}
	if (expiresOn === null) {
		setError("expire-days", "Give a number of days; 0 is now.");
		$("expire-days").focus();
		return;
	}
	const send = () => api("POST", linkPath(slug, "expire"), { body: { expiresOn } });
	change("expire", ["expiresOn"], "expire-days", send, (link) => {
		replaceRow(slug, link).querySelector(".expire").focus();
		const at = new Date(link.expiresOn);
		say(at <= new Date() ? `go/${slug} has expired` : `go/${slug} expires on ${date.format(at)}`);
	});
});

$("delete-form").addEventListener("submit", (event) => {
	event.preventDefault();
	$("delete-error").textContent = "";
	const { slug } = chosen;
	change("delete", [], null, () => api("DELETE", linkPath(slug)), () => {
		dropRow(slug);
		say(`Deleted go/${slug}`);
	});
});

// Sends one change of a dialog; the dialog stays open, with the error in it, when the server refuses.
function change(kind, fields, input, send, done) {
	const dialog = $(`${kind}-dialog`);
	const { slug } = chosen;
	return whileSending($(`${kind}-form`), async () => {
		let answer;
		try {
			answer = await send();
		} catch (ex) {
			if (ex.status === 404) {
				dialog.close();
				dropRow(slug);
				say(`go/${slug} does not exist any more.`, true);
				return;
			}
			const errors = ex.errors.filter((error) => fields.includes(error.field));
			const text = errors.map((error) => error.message).join(" ") || ex.message;
			if (input) {
				setError(input, text);
				$(input).focus();
			} else {
				$(`${kind}-error`).textContent = text;
			}
			return;
		}
		dialog.close();
		done(answer);
	});
}

function dropRow(slug) {
	const gone = rowOf(slug);
	const neighbour = gone?.nextElementSibling ?? gone?.previousElementSibling;
	gone?.remove();
	describeRows();
	if (neighbour) {
		neighbour.querySelector(".slug").focus({ preventScroll: true });
	} else {
		$("list-heading").focus({ preventScroll: true });
		if (view.by !== "slug") {
			show(view, trail);
		}
	}
}

for (const dialog of document.querySelectorAll("dialog")) {
	dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
}

// ---- Lists, pages, look-up

$("list-by").addEventListener("change", () => {
	chooseListBy($("list-by").value);
	setError("list-value", "");
	$("list-value").value = "";
});

$("list-form").addEventListener("submit", (event) => {
	event.preventDefault();
	const by = $("list-by").value;
	const value = $("list-value").value.trim();
	setError("list-value", value ? "" : `Give the ${by} whose links you want to see.`);
	if (value) {
		go({ by, value, token: null });
	} else {
		$("list-value").focus();
	}
});

$("lookup").addEventListener("submit", (event) => {
	event.preventDefault();
	const value = $("lookup-slug").value.trim().replace(/^go\//, "");
	if (value) {
		go({ by: "slug", value, token: null });
	} else {
		$("lookup-slug").focus();
	}
});

$("home").addEventListener("click", (event) => {
	if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
		event.preventDefault();
		go(HOME);
	}
});

$("next").addEventListener("click", () => {
	if (next) {
		go({ ...view, token: next }, { tokens: [...trail, view.token], focus: true });
	}
});

$("back").addEventListener("click", () => {
	go({ ...view, token: trail.at(-1) ?? null }, { tokens: trail.slice(0, -1), focus: true });
});

// Links within the page move the focus only: a fragment in the address would be a view of its own.
for (const [selector, id] of [[".skip", "list-heading"], [".jump", "slug"]]) {
	document.querySelector(selector).addEventListener("click", (event) => {
		event.preventDefault();
		$(id).focus();
	});
}

$("message-close").addEventListener("click", () => say(""));
window.addEventListener("popstate", (event) => show(viewOfAddress(), event.state?.trail));

// ---- What happens meanwhile, here and elsewhere

let live = null;
let refreshing = null;

// The browser opens few connections to one server. A page that nobody sees needs none, and is refreshed when it is seen.
function listen() {
	live?.close();
	$("live").hidden = true;
	if (document.visibilityState === "hidden") {
		return;
	}
	live = new EventSource("/api/live");
	live.addEventListener("open", () => {
		$("live").hidden = false;
		refresh();
	});
	live.addEventListener("error", () => {
		$("live").hidden = true;
		if (live.readyState === EventSource.CLOSED) {
			setTimeout(listen, 5000); // from other errors the browser recovers by itself
		}
	});
	live.addEventListener("top", ({ data }) => renderTop(JSON.parse(data)));
	live.addEventListener("links", ({ data }) => JSON.parse(data).forEach(({ slug, link }) => {
		if (!link) {
			showGone(slug);
		} else if (rowOf(slug)) {
			showChanged(link);
		} else {
			showNew(link);
		}
	}));
}

function renderTop(links) {
	$("top").hidden = links.length === 0;
	$("top").querySelector("ol").replaceChildren(...links.map(({ slug, clicks }) => {
		const made = element("li", "");
		made.append(viewLink("slug", slug), element("span", "count", number.format(clicks)));
		return made;
	}));
}

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function showChanged(link) {
	const shown = rowOf(link.slug);
	if (alike(shown.link, link)) {
		return;
	}
	if (alike({ ...shown.link, clicks: link.clicks }, link)) {
		const clicks = clicksCell(link);
		clicks.classList.add("fresh");
		shown.querySelector(".clicks").replaceWith(clicks);
		shown.link = link;
		return;
	}
	const focused = shown.contains(document.activeElement) && document.activeElement.classList[0];
	const made = replaceRow(link.slug, link);
	if (focused) {
		made.querySelector(`.${focused}`)?.focus({ preventScroll: true });
	}
}

function showNew(link) {
	if (link[view.by] !== view.value || view.token) {
		return;
	}
	const rows = [...document.querySelectorAll("#links tbody tr")];
	const older = rows.find((shown) => Date.parse(shown.link.createdOn) <= Date.parse(link.createdOn));
	if (!older && rows.length >= PAGE_SIZE) {
		if (!next) {
			refresh(); // there is a second page now
		}
		return;
	}
	const made = row(link);
	made.classList.add("fresh");
	document.querySelector("#links tbody").insertBefore(made, older ?? null);
	remember(link);
	describeRows();
}

function showGone(slug) {
	const shown = rowOf(slug);
	if (shown?.contains(document.activeElement)) {
		dropRow(slug);
	} else if (shown) {
		shown.remove();
		describeRows();
	}
}

// Loads the view again. Rows stay where they are while somebody is about to use one.
function refresh() {
	refreshing ??= loadAgain().finally(() => { refreshing = null; });
}

async function loadAgain() {
	while ($("links").getAttribute("aria-busy") === "true") {
		await new Promise((resolve) => { setTimeout(resolve, 100); });
	}
	const asked = view;
	const page = await fetchPage(asked).catch(() => null);
	if (!page || asked !== view) {
		return;
	}
	if (document.querySelector("#links :focus, dialog[open]")) {
		page.items.filter((link) => rowOf(link.slug)).forEach(showChanged);
		return;
	}
	next = page.next;
	if (!alike([...document.querySelectorAll("#links tbody tr")].map((shown) => shown.link), page.items)) {
		render(page.items);
	} else {
		describeRows();
	}
}

document.addEventListener("visibilitychange", listen);

// ---- The import at start-up

async function watchImport() {
	let seen = false;
	let idle = 0;
	for (;;) {
		const state = await api("GET", "/api/import").catch(() => null);
		if (state?.running) {
			seen = true;
			describeImport(state);
			if ($("links").hidden && view.by !== "slug") {
				await show(view, trail);
			}
		} else if (state && seen) {
			describeImport(state);
			$("announce").textContent = $("import-text").textContent;
			if (!view.token && !document.querySelector("#links :focus, dialog[open]")) {
				await show(view, trail);
			}
			setTimeout(() => { $("import-status").hidden = true; }, 8000);
			return;
		} else if (++idle === 5) {
			return; // nothing runs; an import that has not begun within a few seconds will not begin
		}
		await new Promise((resolve) => { setTimeout(resolve, 1000); });
	}
}

function describeImport({ running, read, stored, present, refused, total }) {
	const count = total == null ? number.format(read) : `${number.format(read)} of ${number.format(total)}`;
	const parts = [`${number.format(stored)} stored`, `${number.format(present)} already there`];
	if (refused > 0) {
		parts.push(`${number.format(refused)} refused`);
	}
	$("import-text").textContent = `${running ? `Importing links: ${count} read` : `Import finished: ${number.format(read)} read`}, ${parts.join(", ")}`;
	if (running && total == null) {
		$("import-progress").removeAttribute("value");
	} else {
		$("import-progress").max = Math.max(total ?? read, 1);
		$("import-progress").value = running ? read : Math.max(total ?? read, 1);
	}
	$("import-status").hidden = false;
}

suggest("owner");
suggest("topic");
show(viewOfAddress(), history.state?.trail);
watchImport();
listen();
