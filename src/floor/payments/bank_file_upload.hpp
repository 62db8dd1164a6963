// A file of the bank as an administrator uploads or the program receives it: read where it can do no harm.
#pragma once

#include <string>

#include "floor/payments/bank_file.hpp"
#include "web/http.hpp"

namespace payments {

struct Upload {
  BankFile file;
  std::string bytes;
  std::string sha256;
  std::string filename;
};
// On a route of visit::Pace::waits: a child process reads it. Refusals name `file.field`.
base::Outcome<Upload> read_upload(const web::UploadedFile& file);

}  // namespace payments
