package io.anteroom.server.roles;

import io.anteroom.tenancy.work.PlatformWorkQueue;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The kinds of work that the code leaves in a queue, read from its byte code: the first constant loaded after the
 * queue, wherever an {@code add} is called on one, and the other one where it is one of two.
 *
 * @param kinds the constants; none where it is not to be read
 * @param place class and method that leave it
 */
record LeftWork(Set<String> kinds, String place) {

    /** Everything left in queues of {@code type} by any class of ours. */
    static Set<LeftWork> in(Class<?> type) {
        Set<LeftWork> left = new HashSet<>();
        ours().forEach(model -> model.methods().forEach(method -> read(model, method, type, left)));
        return left;
    }

    private static void read(ClassModel model, MethodModel method, Class<?> type, Set<LeftWork> left) {
        ClassDesc queue = ClassDesc.of(type.getName());
        String place =
                model.thisClass().asInternalName() + "." + method.methodName().stringValue();
        method.code().ifPresent(code -> {
            Set<String> kinds = new HashSet<>();
            boolean otherwise = false;
            for (CodeElement each : code) {
                if (each instanceof FieldInstruction field && field.typeSymbol().equals(queue)) {
                    kinds.clear();
                } else if (each instanceof ConstantInstruction loaded
                        && loaded.constantValue() instanceof String text
                        && (kinds.isEmpty() || otherwise)) {
                    kinds.add(text);
                } else if (each instanceof InvokeInstruction call
                        && call.owner().asSymbol().equals(queue)
                        && call.name().stringValue().startsWith("add")) {
                    left.add(new LeftWork(Set.copyOf(kinds), place));
                    kinds.clear();
                }
                if (each instanceof Instruction instruction) {
                    otherwise = instruction.opcode() == Opcode.GOTO;
                }
            }
        });
    }

    private static Stream<ClassModel> ours() {
        try {
            Set<String> queues = Set.of(WorkQueue.class.getSimpleName(), PlatformWorkQueue.class.getSimpleName());
            return Stream.of(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:io/anteroom/**/*.class"))
                    .filter(file -> queues.stream().noneMatch(name -> (name + ".class").equals(file.getFilename())))
                    .map(LeftWork::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parse(Resource file) {
        try {
            return ClassFile.of().parse(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
