/** A leasing department to try Rota Desk with; only in demo mode ({@code rotadesk.demo}). */
package io.rotadesk.demo;
