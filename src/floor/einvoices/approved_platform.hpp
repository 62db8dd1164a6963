// The approved platform (plateforme agréée) through which e-invoices go to their buyers and to the tax authority: a
// port (P9.platform). What stands behind it today is a folder that a platform's own client empties.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/time.hpp"

namespace einvoices {

struct Deposit {
  std::string filename;  // "facture-F-2026-000001.pdf": the same bill, the same name
  std::string bytes;
};
// Returns once the platform has it for good; throws otherwise. The same deposit may come twice.
using ApprovedPlatform = std::function<void(const Deposit&)>;

struct Opened {
  ApprovedPlatform platform;
  base::Day since;  // bills issued before are none of its business
};

// Written beside, made durable, then named: whoever empties the folder finds whole files. Throws std::system_error.
ApprovedPlatform folder_platform(std::filesystem::path folder);

}  // namespace einvoices
