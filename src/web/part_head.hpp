// The headers of one part of a multipart form, and header values with parameters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/multipart.hpp"

namespace web {

// `form-data; name="photo"; filename="a.jpg"`: the head and the parameters' names are put in lower case.
struct ParameterizedValue {
  std::string head;
  std::vector<std::pair<std::string, std::string>> parameters;

  std::optional<std::string> find(std::string_view name) const;
};

// Nothing when the value is malformed or names a parameter twice.
std::optional<ParameterizedValue> parse_parameters(std::string_view value);

// `head`: lines ended by CRLF. Nothing unless there is exactly one Content-Disposition, of a form, with a name.
std::optional<MultipartPart> parse_part_head(std::string_view head);

// What may be shown and stored of a file name that a stranger sent: its last segment (after any / or \), without
// control characters nor the marks that reverse the direction of reading, at most 255 bytes with its extension kept.
std::string safe_filename(std::string_view sent);

}  // namespace web
