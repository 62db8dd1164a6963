#include "floor/documents/confined_child.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <system_error>

#include "floor/documents/confined_job.hpp"
#include "floor/documents/descriptor.hpp"
#include "floor/documents/durable_file.hpp"
#include "floor/documents/image_rewrite.hpp"
#include "floor/documents/pdf_check.hpp"
#include "floor/documents/sandbox.hpp"

namespace documents {
namespace {

Verdict inspect() {
  const MappedFile pdf(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  return inspect_pdf(pdf.bytes());
}

Verdict rewrite(const ImageLimits& limits) {
  const MappedFile image(in_child.source);
  if (!enter(Sandbox::computing)) return Verdict::not_checked;
  return rewrite_image(image.bytes(), limits, in_child.output, in_child.thumbnail);
}

// poppler's own program: a second opinion of the same file, and no poppler in our binary.
Verdict draw_page(const ImageLimits& limits) {
  const std::string side = std::to_string(limits.thumbnail_side);
  const std::array<const char*, 11> arguments = {"pdftoppm", "-jpeg",     "-singlefile", "-f", "1",    "-l",
                                                 "1",        "-scale-to", side.c_str(),  "-",  nullptr};
  const std::array<char*, 1> environment = {nullptr};
  if (::lseek(in_child.source, 0, SEEK_SET) != 0 || !enter(Sandbox::foreign_tool)) return Verdict::not_checked;
  ::execve("/usr/bin/pdftoppm", const_cast<char* const*>(arguments.data()), environment.data());
  return Verdict::not_checked;  // poppler-utils is not installed
}

Verdict run(std::string_view job, const ImageLimits& limits) {
  if (job == to_text(Job::inspect_pdf)) return inspect();
  if (job == to_text(Job::rewrite_image)) return rewrite(limits);
  if (job == to_text(Job::draw_pdf_page)) return draw_page(limits);
  return Verdict::not_checked;
}

}  // namespace

void run_confined_child(int argc, const char* const* argv) {
  confined_children_can_run();
  constexpr int arguments = 6;
  if (argc != arguments || std::string_view(argv[1]) != child_mark) return;
  Verdict verdict = Verdict::damaged;  // also when it asks for more memory than there is
  try {
    verdict = run(argv[2], {std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5])});
  } catch (const std::system_error& failure) {
    verdict = is_full(failure) ? Verdict::store_full : Verdict::not_checked;
  } catch (const std::exception&) {
  }
  ::_exit(static_cast<int>(verdict));  // nothing of the program proper is to be torn down
}

}  // namespace documents
