/** What is fetched over HTTP, and kept on the disk as its headers allow (RFC 9111). */
@org.jspecify.annotations.NullMarked
package org.sightline.overlay.web;
