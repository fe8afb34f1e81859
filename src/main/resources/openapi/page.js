SwaggerUIBundle({
  url: "/openapi/mobilepay.yaml",
  domNode: document.getElementById("api"),
  deepLinking: true,
  validatorUrl: null,
});
