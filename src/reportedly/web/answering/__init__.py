"""How a request comes in and an answer goes out: who may ask, forms, templates, refusals."""
