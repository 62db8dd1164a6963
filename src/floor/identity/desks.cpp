#include "floor/identity/desks.hpp"

namespace identity {

std::string_view desk_of_path(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  return path.substr(0, path.find('/'));
}

}  // namespace identity
