/**
 * The web pages beside Tasklist. Server-side HTML (Thymeleaf) in one frame, {@code templates/desk/layout.html}, with one
 * stylesheet, {@code static/desk/desk.css}; htmx where a page should answer while somebody types.
 */
package io.rotadesk.web.desk;
