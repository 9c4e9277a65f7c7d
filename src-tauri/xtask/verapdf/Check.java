import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges every PDF below a folder by the rules of PDF/A-3a and PDF/UA-1, in one run, because starting is the slow part.
 *
 * A file below a folder `broken/FLAVOUR` has a fault made on purpose and must fail that flavour: a checker that lets it
 * pass checks nothing. One line for each file and flavour; the last line is the count that `cargo xtask test` reads.
 */
public final class Check {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    private record Verdict(Path file, PDFAFlavour flavour, boolean asExpected, String words) {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Path folder = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
        List<Callable<List<Verdict>>> work = new ArrayList<>();
        for (Path file : files) {
            work.add(() -> judge(folder, file));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        int passed = 0;
        int failed = 0;
        int controls = 0;
        for (Future<List<Verdict>> verdicts : pool.invokeAll(work)) {
            for (Verdict verdict : verdicts.get()) {
                Path file = folder.relativize(verdict.file());
                boolean control = isControl(file);
                controls += control ? 1 : 0;
                if (verdict.asExpected()) {
                    passed++;
                } else {
                    failed++;
                }
                String word = verdict.asExpected() ? (control ? "fails as it must" : "passes") : "FAILED";
                System.out.println(file + " " + verdict.flavour().getId() + ": " + word);
                if (!verdict.asExpected()) {
                    System.out.print(verdict.words());
                }
            }
        }
        pool.shutdown();
        if (controls == 0 || controls == passed + failed) {
            System.out.println("there must be papers, and papers with a fault");
            failed++;
        }
        System.out.println("test result: " + (failed == 0 ? "ok" : "FAILED") + ". " + passed + " passed; " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean isControl(Path file) {
        for (Path part : file) {
            if (part.toString().equals("broken")) {
                return true;
            }
        }
        return false;
    }

    private static List<Verdict> judge(Path folder, Path file) {
        boolean control = isControl(folder.relativize(file));
        List<PDFAFlavour> flavours =
                control ? List.of(PDFAFlavour.fromString(file.getParent().getFileName().toString())) : FLAVOURS;
        List<Verdict> verdicts = new ArrayList<>();
        for (PDFAFlavour flavour : flavours) {
            try (InputStream bytes = Files.newInputStream(file);
                    PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                boolean asExpected = result.isCompliant() != control && result.getTotalAssertions() > 0;
                verdicts.add(new Verdict(file, flavour, asExpected, faults(result)));
            } catch (Exception error) {
                // A file that can not be read proves nothing, whatever was expected of it.
                verdicts.add(new Verdict(file, flavour, false, "  " + error + "\n"));
            }
        }
        return verdicts;
    }

    /** Each broken rule once, with how often it was broken. */
    private static String faults(ValidationResult result) {
        Map<String, Integer> rules = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + ", test " + assertion.getRuleId().getTestNumber();
                rules.merge(rule + ": " + assertion.getMessage() + " at " + assertion.getLocation().getContext(), 1, Integer::sum);
            }
        }
        StringBuilder words = new StringBuilder();
        rules.forEach((rule, count) -> words.append("  ").append(count).append(" x ").append(rule).append('\n'));
        return words.toString();
    }
}
