#include "floor/visit/desk_of.hpp"

namespace visit {
namespace {

std::string_view first_part(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  return path.substr(0, path.find('/'));
}

bool of_a_desk(const NavItem& item) {
  return !item.section.empty() && item.kinds.has(identity::OrganisationKind::broker);
}

}  // namespace

std::string_view desk_of(const Site& site, std::string_view path) {
  std::string_view section;
  for (const NavItem& item : site.nav)
    if (of_a_desk(item) && first_part(item.url.text()) == first_part(path)) section = item.section;
  if (section.empty()) return {};
  for (const NavItem& item : site.nav)
    if (of_a_desk(item) && item.section == section) return first_part(item.url.text());
  return {};
}

}  // namespace visit
