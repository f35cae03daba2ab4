// Formats of texts in cells: e-mail addresses, URIs, Base64, UUIDs; and of points and shapes on the earth.
#pragma once

#include <string_view>

namespace factlint {

/// An address as HTML's `input type=email` takes it (WHATWG HTML, 4.10.5.1.5), with letters of any script. O(bytes).
bool is_email(std::string_view text);
/// A scheme, ":" and characters that RFC 3986 or RFC 3987 allow; percent signs with two hexadecimal digits. O(bytes).
bool is_uri(std::string_view text);
/// Base64 of RFC 4648, padded. O(bytes).
bool is_base64(std::string_view text);
/// 8-4-4-4-12 hexadecimal digits (RFC 9562).
bool is_uuid(std::string_view text);

/// "lon, lat" in degrees: 90.50, 45.50.
bool is_geopoint(std::string_view text);
/// [90.50, 45.50], as JSON.
bool is_geopoint_array(std::string_view text);
/// {"lon": 90.50, "lat": 45.50}, as JSON.
bool is_geopoint_object(std::string_view text);
/// An object of RFC 7946 by its `type` and the member that this type needs.
bool is_geojson(std::string_view text);
/// An object of `type` Topology with `objects` and `arcs`.
bool is_topojson(std::string_view text);

}  // namespace factlint
