/** A leasing department, and a town with its petition reception points, to try Rota Desk with; only in demo mode ({@code rotadesk.demo}). */
package io.rotadesk.demo;
