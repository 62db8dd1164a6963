// What a partner has to do with money, as a file of the floor: facts, messages and documents that no claim holds.
#pragma once

#include "floor/platform/act.hpp"
#include "floor/visit/site.hpp"

namespace works::money {

inline constexpr std::string_view file_kind_code = "works.money";  // its id: the organisation's

inline platform::FileRef file_of(identity::OrganisationId organisation) {
  return {std::string(file_kind_code), organisation.value};
}
visit::FileKind file_kind();
visit::DocumentRule document_rule();

}  // namespace works::money
