// A file that was checked and stored, waiting for the person's word: the form that asks again carries what we signed
// instead of the file, so that nobody chooses it twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/documents/documents.hpp"

namespace documents {

inline constexpr std::string_view held_field = "fichier_garde";  // of the hidden field

// For this organisation, for twelve hours: the store's sweep leaves younger files (P3.orphan_age).
std::string hold(const platform::Platform& platform, identity::OrganisationId owner, const Prepared& prepared);

// Null when it was not signed by us for this organisation, is too old, or its file is gone.
std::optional<Prepared> held(const platform::Platform& platform, identity::OrganisationId owner, std::string_view text);

}  // namespace documents
