package io.anteroom.clinic.file;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Files alone, without the rest of the clinic, and without those who send them over the web. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = Files.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|Slice|[.]upload[.]).*"))
class FileSlice {}
