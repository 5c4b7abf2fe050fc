// After the login the interrupted form goes on by itself.
document.querySelector("form[data-send]")?.requestSubmit();
