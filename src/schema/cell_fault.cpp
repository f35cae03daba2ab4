#include "schema/cell.h"

namespace factlint {

std::string_view finding_id(CellFault fault) {
    switch (fault) {
        case CellFault::none: return "";
        case CellFault::missing: return "column-required";
        case CellFault::wrong_type: return "column-type";
        case CellFault::below_minimum: return "column-minimum";
        case CellFault::above_maximum: return "column-maximum";
        case CellFault::too_short:
        case CellFault::too_long: return "column-length";
        case CellFault::no_match: return "column-pattern";
        case CellFault::not_listed: return "column-enum";
        case CellFault::no_instance: return "column-json-schema";
    }
    return "";
}

}  // namespace factlint
