"use strict";

(function () {
    var section = document.querySelector("[data-state]");
    var left = document.getElementById("left");
    var forms = document.querySelectorAll("form[data-busy]");
    var faults = document.getElementById("faults");

    /* A page that is loaded anew calls back whoever is on the way to another one. */
    var LEAVING = 60000;
    var leftAt = 0;

    document.addEventListener("submit", function () { leftAt = Date.now(); });
    document.addEventListener("click", function (event) {
        var link = event.target.closest("a[href]");
        if (link && link.protocol.indexOf("http") === 0) {
            leftAt = Date.now();
        }
    });
    document.addEventListener("visibilitychange", function () {
        if (document.visibilityState === "visible") {
            leftAt = 0;
        }
    });

    function renew() {
        if (Date.now() - leftAt < LEAVING) {
            setTimeout(renew, 1000);
        } else if (section.dataset.poll) {
            location.replace(location.href);
        } else {
            location.reload();
        }
    }

    var invalid = document.querySelector("[aria-invalid]") || faults;
    if (invalid) {
        invalid.focus();
    }

    var seen = document.querySelector("[data-seen]");
    if (seen) {
        fetch(seen.dataset.seen, { method: "POST", keepalive: true }).catch(function () {});
    }

    var skips = document.querySelector("form[data-skips]");
    if (skips && new URLSearchParams(location.search).has("provider")) {
        history.replaceState(null, "", location.pathname);
        skips.requestSubmit();
    }

    forms.forEach(function (form) {
        form.addEventListener("submit", function () {
            var button = form.querySelector("button");
            button.disabled = true;
            button.textContent = form.dataset.busy;
        });
    });

    function selectAll(node) {
        var range = document.createRange();
        range.selectNodeContents(node);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }

    document.querySelectorAll("button[data-copy]").forEach(function (button) {
        var words = button.textContent;
        function done() {
            button.textContent = button.dataset.done;
            setTimeout(function () { button.textContent = words; }, 2000);
        }
        button.hidden = false;
        button.addEventListener("click", function () {
            var value = button.closest("div").querySelector(".value");
            if (navigator.clipboard) {
                navigator.clipboard.writeText(button.dataset.copy).then(done, function () { selectAll(value); });
            } else {
                selectAll(value);
            }
        });
    });

    if (forms.length > 0) {
        window.addEventListener("pageshow", function (event) {
            if (event.persisted) {
                location.reload();
            }
        });
    }

    function write(seconds) {
        left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    }

    function ask() {
        fetch(section.dataset.poll, { cache: "no-store" })
            .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
            .then(function (now) {
                if (now.state !== section.dataset.state) {
                    renew();
                } else {
                    setTimeout(ask, 2000);
                }
            })
            .catch(function () { setTimeout(ask, 5000); });
    }

    if (left) {
        var ends = Date.now() + Number(left.dataset.seconds) * 1000;
        setInterval(function () { write(Math.max(0, Math.round((ends - Date.now()) / 1000))); }, 1000);
    }
    if (section && (["WAITING", "IN_PROGRESS", "ASKED"].indexOf(section.dataset.state) >= 0 || "watch" in section.dataset)) {
        if (section.dataset.poll) {
            setTimeout(ask, 1500);
        } else {
            setTimeout(renew, 4000);
        }
    }
}());
