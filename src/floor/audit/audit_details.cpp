#include "floor/audit/audit_details.hpp"

#include <nlohmann/json.hpp>

namespace audit {

std::string to_json(const Details& details) {
  auto object = nlohmann::ordered_json::object();
  for (const auto& [name, value] : details) {
    MANDAT_ASSERT(!object.contains(name));
    object[name] = value;
  }
  return object.dump();
}

Details details_from_json(std::string_view stored) {
  const auto object = nlohmann::ordered_json::parse(stored);
  Details details;
  for (const auto& [name, value] : object.items()) details.emplace_back(name, value.get<std::string>());
  return details;
}

}  // namespace audit
