const api = document.getElementById("api");
SwaggerUIBundle({
  url: "/openapi/" + api.dataset.file,
  domNode: api,
  deepLinking: true,
  validatorUrl: null,
});
