// A file as a whole, decompressed where it is compressed.
#pragma once

#include <string>

#include "text/result.h"

namespace factlint {

/// The bytes of a file. Errors (finding `unreadable-file`): missing, a directory, no permission, damaged, over 4 GiB - 1.
/// `path`: as the user named it.
Result<std::string> whole_file(const std::string& path, const std::string& path_on_disk);

}  // namespace factlint
