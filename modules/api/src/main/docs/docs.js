// Shows the hub's own contract; what is tried out goes to the hub that serves this page, whatever the document's servers say.
SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#docs',
  deepLinking: true,
  filter: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const { pathname, search } = new URL(request.url, location.href);
    request.url = location.origin + pathname + search;
    return request;
  },
});
