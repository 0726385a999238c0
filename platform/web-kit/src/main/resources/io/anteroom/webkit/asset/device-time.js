// Says what the clock of the device shows, where that is another time than the clinic's. Without it pages give the clinic's alone.
(() => {
  "use strict";

  const written = (moment, timeZone) => new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  }).format(moment);

  const differs = (element) => {
    const moment = new Date(element.dataset.deviceTime);
    return written(moment, element.dataset.zone) !== written(moment);
  };

  // [data-device-time="instant"][data-zone="IANA name"][data-locale], hidden: is shown where the clocks differ then, its <time> filled in.
  document.querySelectorAll("[data-device-time]").forEach((element) => {
    if (!differs(element)) return;
    const time = element.querySelector("time");
    if (time) {
      time.dateTime = element.dataset.deviceTime;
      time.textContent = new Intl.DateTimeFormat(element.dataset.locale, {
        weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
      }).format(new Date(element.dataset.deviceTime));
    }
    element.hidden = false;
  });
})();
