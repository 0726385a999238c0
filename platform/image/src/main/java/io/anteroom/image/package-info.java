/**
 * Makes the container image without a Docker engine: {@link io.anteroom.image.BuildLayout} lays out its files under
 * {@code target/image}, {@link io.anteroom.image.BuildImage} makes an image of them with Jib. Nothing here runs in it.
 */
@NullMarked
package io.anteroom.image;

import org.jspecify.annotations.NullMarked;
