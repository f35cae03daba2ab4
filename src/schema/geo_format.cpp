#include <algorithm>

#include "schema/cell.h"
#include "schema/json_text.h"
#include "schema/text_format.h"

namespace factlint {
namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_within(std::string_view text, std::int64_t limit) {
    const auto degrees = parse_decimal(text);
    if (degrees) return compare(*degrees, {limit, 0}) <= 0 && compare(*degrees, {-limit, 0}) >= 0;
    const auto number = Number::parse(text);
    return number && number->abs() <= Number(limit);
}

bool is_point(std::string_view longitude, std::string_view latitude) {
    return is_within(longitude, 180) && is_within(latitude, 90);
}

const JsonPart* member(const JsonText& object, std::string_view key) {
    const auto found = std::find_if(object.parts.begin(), object.parts.end(),
                                    [&](const JsonPart& part) { return part.key == key; });
    return found == object.parts.end() ? nullptr : &*found;
}

/// Types of GeoJSON and the member each needs, an array or an object; Feature may have null there.
struct Shape {
    std::string_view type;
    std::string_view needs;
    std::string_view starts;
};
constexpr Shape shapes[] = {{"\"Point\"", "coordinates", "["},
                            {"\"MultiPoint\"", "coordinates", "["},
                            {"\"LineString\"", "coordinates", "["},
                            {"\"MultiLineString\"", "coordinates", "["},
                            {"\"Polygon\"", "coordinates", "["},
                            {"\"MultiPolygon\"", "coordinates", "["},
                            {"\"GeometryCollection\"", "geometries", "["},
                            {"\"Feature\"", "geometry", "{n"},
                            {"\"FeatureCollection\"", "features", "["}};

std::optional<JsonText> object_of(std::string_view text) {
    auto json = read_json_text(text);
    if (json && json->kind != JsonText::Kind::object) return std::nullopt;
    return json;
}

}  // namespace

bool is_geopoint(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return false;
    return is_point(trimmed(text.substr(0, comma)), trimmed(text.substr(comma + 1)));
}

bool is_geopoint_array(std::string_view text) {
    const auto json = read_json_text(text);
    return json && json->kind == JsonText::Kind::array && json->parts.size() == 2 &&
           is_point(json->parts[0].value, json->parts[1].value);
}

bool is_geopoint_object(std::string_view text) {
    const auto json = object_of(text);
    if (!json) return false;
    const JsonPart *longitude = member(*json, "lon"), *latitude = member(*json, "lat");
    return json->parts.size() == 2 && longitude && latitude && is_point(longitude->value, latitude->value);
}

bool is_geojson(std::string_view text) {
    const auto json = object_of(text);
    const JsonPart* type = json ? member(*json, "type") : nullptr;
    if (!type) return false;
    return std::any_of(std::begin(shapes), std::end(shapes), [&](const Shape& shape) {
        const JsonPart* needed = type->value == shape.type ? member(*json, shape.needs) : nullptr;
        return needed && shape.starts.find(needed->value[0]) != std::string_view::npos;
    });
}

bool is_topojson(std::string_view text) {
    const auto json = object_of(text);
    const JsonPart* type = json ? member(*json, "type") : nullptr;
    return type && type->value == "\"Topology\"" && member(*json, "objects") && member(*json, "arcs");
}

}  // namespace factlint
