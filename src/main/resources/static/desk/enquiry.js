// The square on the notice leads here with the code behind a '#': browsers keep that part to themselves. It is taken out of the
// address before anything else, then sent as if it had been typed.
(() => {
  const code = decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9A-Fa-f]{2})/g, ''));
  const form = document.getElementById('enquiry');
  if (!code || !form) return;
  history.replaceState(null, '', location.pathname + location.search);
  form.elements.code.value = code;
  form.submit();
})();
